import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../renderer/i18n/en.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import { FAILURE_CODES } from '../../shared/contract/failure.ts'

const root = resolve(import.meta.dirname, '../..')
const CHINESE = /[\u3400-\u9fff\uff01-\uff5e]/

type Words = { readonly [key: string]: string | Words }
function flatten(words: Words, path = ''): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  )
}
/** Plural forms are a language's own affair. */
const keyOf = (path: string) => path.replace(/_(?:one|other)$/, '')
const slots = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? ''))].sort()

const chinese = new Map(flatten(zh as unknown as Words))
const english = new Map(flatten(en as unknown as Words))

describe('the dictionaries', () => {
  it('say the same things in both languages', () => {
    expect(chinese.size).toBeGreaterThan(300)
    const keys = (words: Map<string, string>) => [...new Set([...words.keys()].map(keyOf))].sort()
    expect(keys(english)).toEqual(keys(chinese))
  })

  it('leave no entry empty and no Chinese in the English', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
    // The product’s own name and the names of the languages are what they are.
    const allowed = /九控|中文/g
    expect([...english].filter(([, text]) => CHINESE.test(text.replace(allowed, '')))).toEqual([])
  })

  it('fill the same gaps in both languages', () => {
    const differing = [...english].filter(([path, text]) => {
      const other = chinese.get(path) ?? chinese.get(`${keyOf(path)}_other`) ?? chinese.get(keyOf(path)) ?? ''
      return slots(text).some((slot) => !slots(other).includes(slot))
    })
    expect(differing).toEqual([])
  })

  it('have a sentence for every failure', () => {
    expect(FAILURE_CODES.filter((code) => !chinese.has(`failure.${code}`))).toEqual([])
  })
})

describe('the screens', () => {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/i18n\/(?:zh|en)/.test(file))

  it('have no Chinese text of their own', () => {
    expect(files.length).toBeGreaterThan(50)
    const found = files.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((line, i) => ({ line: line.replace(/\/\/.*|\/?\*.*/, ''), at: `${file}:${i + 1}` }))
        .filter(({ line }) => CHINESE.test(line))
        .map(({ at }) => at),
    )
    expect(found).toEqual([])
  })

  it('have no English in what is read aloud or shown', () => {
    const attribute =
      /\b(?:placeholder|title|label|aria-label|ariaLabel|alt|okText|cancelText|description)="([^"]*[A-Za-z]{2}[^"]*)"/g
    const found = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(attribute)].map((match) => `${file}: ${match[0]}`),
    )
    expect(found).toEqual([])
  })
})
