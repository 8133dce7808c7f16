/** In Electron a utility process has `process.parentPort`; a plain child has `process.send`. */
process.parentPort = {
  postMessage: (message) => process.send?.(message),
  on: (_event, listener) => process.on('message', (data) => listener({ data })),
}
// And it ends with the program, however that ended.
process.once('disconnect', () => process.exit(0))
