import { create } from 'zustand'

/** Whether the page is being laid out for paper at this moment, and since when. */
export const usePrinting = create<{ readonly since: number | null }>()(() => ({ since: null }))
