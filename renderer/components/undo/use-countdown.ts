import { useEffect, useState } from 'react'

const OFFERED_S = 10
/** However long somebody lingers over it: the gate keeps an act for a minute. */
const LONGEST_MS = 50_000

/** Seconds left of an offer; standing still while paused, and over after a while all the same. */
export function useCountdown(isPaused: boolean, onOver: () => void): number {
  const [left, setLeft] = useState(OFFERED_S)
  useEffect(() => {
    const timer = window.setTimeout(onOver, LONGEST_MS)
    return () => window.clearTimeout(timer)
  }, [onOver])
  useEffect(() => {
    if (isPaused) return
    const timer = window.setInterval(() => setLeft((before) => before - 1), 1000)
    return () => window.clearInterval(timer)
  }, [isPaused])
  useEffect(() => {
    if (left <= 0) onOver()
  }, [left, onOver])
  return left
}
