import { useEffect, useLayoutEffect, useRef } from 'react'
import { create } from 'zustand'

type PageAct = 'export' | 'print'

type PageActs = {
  /** What the page on screen offers, the newest last. */
  readonly offered: readonly { readonly act: PageAct; readonly run: () => void }[]
}

const usePageActs = create<PageActs>()(() => ({ offered: [] }))

/** Offers what a page can do to those that stand outside of it, for as long as it is on screen. */
export function useOfferPageAct(act: PageAct, isOffered: boolean, run: () => void): void {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!isOffered) return
    const offer = { act, run: () => latest.current() }
    usePageActs.setState(({ offered }) => ({ offered: [...offered, offer] }))
    return () => usePageActs.setState(({ offered }) => ({ offered: offered.filter((one) => one !== offer) }))
  }, [act, isOffered])
}

/** The act of the page on screen; null where it offers none. The first is the page's own, above those of its parts. */
export function usePageAct(act: PageAct): (() => void) | null {
  return usePageActs(({ offered }) => offered.find((one) => one.act === act)?.run ?? null)
}
