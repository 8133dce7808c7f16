import { parentPort } from 'node:worker_threads'

// In the place of the thread that works on files: ends in the way the job's input names, in the middle of it.
parentPort.on('message', ({ kind, input }) => {
  if (kind !== 'job') return
  if (input === 'answers') parentPort.postMessage({ kind: 'answer', value: 'done' })
  else if (input === 'exits') process.exit(3)
  else if (input === 'throws') throw new Error('a fault of its own')
  else if (input === 'hangs') for (;;);
})
