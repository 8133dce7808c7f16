import { rowsOf, type Tables } from './tables.ts'

type StillFails = (tables: Tables) => boolean

/** Takes rows away, many and then fewer at once, as long as the tables still fail: what is left shows the difference. */
export function shrink(tables: Tables, stillFails: StillFails): Tables {
  const files = Object.keys(tables).filter((file) => file !== 'store.csv')
  let smallest = tables
  for (let before: Tables | null = null; before !== smallest; ) {
    before = smallest
    for (const file of files) smallest = shrinkFile(smallest, file, stillFails)
  }
  return smallest
}

function shrinkFile(tables: Tables, file: string, stillFails: StillFails): Tables {
  let smallest = tables
  for (let size = rowsOf(tables, file).length; size > 0; size = Math.floor(size / 2)) {
    let start = 0
    while (start < rowsOf(smallest, file).length) {
      const rows = rowsOf(smallest, file).toSpliced(start, size)
      const fewer = { ...smallest, [file]: rows }
      if (stillFails(fewer)) smallest = fewer
      else start += size
    }
  }
  return smallest
}
