import type { ParsingOptions, WorkBook } from '@e965/xlsx'

declare module '@e965/xlsx' {
  /** Exported by the library, missing in its types: a workbook from a zip that is unpacked already. */
  export function parse_zip(
    zip: {
      readonly FullPaths: readonly string[]
      readonly FileIndex: readonly { readonly name: string; readonly type: number; readonly content: Uint8Array }[]
    },
    options: ParsingOptions,
  ): WorkBook
}
