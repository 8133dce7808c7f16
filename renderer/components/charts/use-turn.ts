import { useEffect, useState } from 'react'

const waiting = new Set<() => void>()
let isCalling = false

function callNext(): void {
  const [next] = waiting
  if (next === undefined) {
    isCalling = false
    return
  }
  waiting.delete(next)
  next()
  setTimeout(callNext)
}

/** False until it is this chart's turn: charts of one page are made one by one, so that keys and clicks are served in between. */
export function useTurn(): boolean {
  const [isMine, setMine] = useState(false)
  useEffect(() => {
    const take = () => setMine(true)
    waiting.add(take)
    if (!isCalling) {
      isCalling = true
      setTimeout(callNext)
    }
    return () => {
      waiting.delete(take)
    }
  }, [])
  return isMine
}
