/** The thread's program: beside the bundle where there is one, as its source where the program runs from source. */
export function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './worker.ts' : './import-worker.js', import.meta.url)
}
