import type { Words } from '../words.ts'
import type { closing as zh } from '../zh/closing.ts'

export const closing: Words<typeof zh> = {
  text: 'Backing up the data and closing, one moment…',
}
