import { expect, test } from 'vitest'
import { en } from '../../renderer/i18n/en.ts'
import { zh } from '../../renderer/i18n/zh.ts'

type Tree = { readonly [key: string]: string | Tree }

function sentences(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : sentences(value, `${path}${key}.`),
  )
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].toSorted()

const chinese = new Map(sentences(zh))
const english = new Map(sentences(en))
/** The product's mark and the language's own name stay Chinese. */
const CHINESE_EVERYWHERE = new Set(['common.mark', 'common.language.zh'])

test('both languages fill in the same values', () => {
  const differing = [...chinese].flatMap(([key, text]) => {
    const other = english.get(key) ?? ''
    return placeholders(text).join() === placeholders(other).join() ? [] : [{ key, zh: text, en: other }]
  })
  expect(differing).toEqual([])
})

test('no sentence is empty and no English one is still Chinese', () => {
  const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '')
  const untranslated = [...english].filter(
    ([key, text]) => /\p{Script=Han}/u.test(text) && !CHINESE_EVERYWHERE.has(key),
  )
  expect({ empty, untranslated }).toEqual({ empty: [], untranslated: [] })
})
