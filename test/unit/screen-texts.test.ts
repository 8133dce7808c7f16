import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { FAILURE_CODES } from '../../shared/contract/failure.ts'

const root = resolve(import.meta.dirname, '../..')
const CHINESE = /[\u3400-\u9fff\uff01-\uff5e]/
const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/i18n\/(?:zh|en)/.test(file))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

it('no screen has Chinese text of its own', () => {
  expect(files.length).toBeGreaterThan(50)
  const found = files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .map((line, i) => ({ line: line.replace(/\/\/.*|\/?\*.*/, ''), at: `${file}:${i + 1}` }))
      .filter(({ line }) => CHINESE.test(line))
      .map(({ at }) => at),
  )
  expect(found).toEqual([])
})

it('no screen has English of its own in what is shown or read aloud', () => {
  const attribute =
    /\b(?:placeholder|title|label|aria-label|ariaLabel|alt|okText|cancelText|description)="([^"]*[A-Za-z]{2}[^"]*)"/g
  const found = files.flatMap((file) => [...textOf(file).matchAll(attribute)].map((match) => `${file}: ${match[0]}`))
  expect(found).toEqual([])
})

it('there is a sentence for every failure', () => {
  const sentences: Readonly<Record<string, string>> = zh.failure
  expect(FAILURE_CODES.filter((code) => !sentences[code])).toEqual([])
})
