/** The shape of a dictionary: the same keys, any sentence. English is typed as `Words<typeof zh...>`, so that a missing or surplus key does not compile. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
