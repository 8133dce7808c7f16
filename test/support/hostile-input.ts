import fc from 'fast-check'
import type { z } from 'zod'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

/** What a field of that name may well hold, so that an input gets past the first look. */
export type Plausible = (field: string) => readonly unknown[]

const TEXTS = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '0', '林', 'x'.repeat(70), '\ud800\udc00', '\udfff') },
)

const NUMBERS = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    2,
    7,
    30,
    500,
    -0,
    0.5,
    1e21,
    -1e21,
    2 ** 31,
    2 ** 53,
    2 ** 53 + 2,
    -(2 ** 63),
    1e308,
    5e-324,
  ),
  fc.integer({ min: 0, max: 400 }),
  fc.integer({ min: 1_500_000_000_000, max: 1_800_000_000_000 }),
)

type Def = z.core.$ZodTypeDef & Readonly<Record<string, unknown>>
const defOf = (schema: unknown) => (schema as { readonly _zod: { readonly def: Def } })._zod.def

/** Values of a schema's shape with hostile contents: most get past its look, the others almost. */
export function shaped(schema: unknown, plausible: Plausible, field = ''): fc.Arbitrary<unknown> {
  const likely = plausible(field)
  const any = shapedFreely(schema, plausible, field)
  if (likely.length === 0) return any
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: any })
}

function shapedFreely(schema: unknown, plausible: Plausible, field: string): fc.Arbitrary<unknown> {
  const def = defOf(schema)
  const inner = (key: string) => shapedFreely(def[key], plausible, field)
  switch (def.type) {
    case 'object':
      return objectOf(def['shape'] as Readonly<Record<string, unknown>>, plausible)
    case 'array':
      return fc.array(inner('element'), { maxLength: 8 })
    case 'nullable':
    case 'optional':
      return fc.option(inner('innerType'), { nil: def.type === 'nullable' ? null : undefined, freq: 3 })
    case 'default':
    case 'prefault':
      return fc.option(inner('innerType'), { nil: undefined, freq: 2 })
    case 'pipe':
      return defOf(def['in']).type === 'transform' ? inner('out') : inner('in')
    case 'union':
      return fc.oneof(...(def['options'] as readonly unknown[]).map((option) => shapedFreely(option, plausible, field)))
    case 'record':
      return recordOf(def, plausible)
    case 'enum':
      return fc.constantFrom(...Object.values(def['entries'] as Readonly<Record<string, unknown>>))
    case 'literal':
      return fc.constantFrom(...(def['values'] as readonly unknown[]))
    case 'boolean':
      return fc.boolean()
    default:
      return def.type === 'number' ? NUMBERS : def.type === 'string' ? TEXTS : ANYTHING
  }
}

function objectOf(shape: Readonly<Record<string, unknown>>, plausible: Plausible): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([key, schema]) => [key, shaped(schema, plausible, key)] as const)
  return fc.record(Object.fromEntries(fields))
}

function recordOf(def: Def, plausible: Plausible): fc.Arbitrary<unknown> {
  const key = shaped(def['keyType'], plausible).map(String)
  return fc.dictionary(key, shaped(def['valueType'], plausible), { maxKeys: 6 })
}

/** An object under names that mean something to the language itself; as from JSON, where `__proto__` is a field like any other. */
const NAMED = fc
  .dictionary(fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'leadId', 'filter', '0'), TEXTS)
  .map((fields) => {
    const written = Object.entries(fields).map((field) => field.map((one) => JSON.stringify(one)).join(':'))
    return JSON.parse(`{${written.join(',')}}`) as unknown
  })

const DEEP = fc.integer({ min: 1, max: 3000 }).map((depth) => {
  let value: unknown = 1
  for (let n = 0; n < depth; n += 1) value = n % 2 === 0 ? [value] : { filter: value }
  return value
})

export const ANYTHING: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: TEXTS },
  { weight: 3, arbitrary: NUMBERS },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], { length: -1 }) },
  { weight: 2, arbitrary: NAMED },
  { weight: 1, arbitrary: fc.array(NUMBERS, { maxLength: 600 }) },
  { weight: 1, arbitrary: DEEP },
)

/** What only a window can send, whose messages are no JSON: not numbers, bytes, loops, dates, maps. */
export const CLONED: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  undefined,
  10n ** 30n,
  new Date(Number.NaN),
  new Map([['leadId', 'x']]),
  new Set([1]),
  new Uint8Array(64),
  new ArrayBuffer(8),
  /a/g,
  new Error('at x (/home/a.ts:1:2)'),
  Object.assign([], { '-1': 2 }),
  aLoop(),
)

function aLoop(): unknown {
  const loop: Record<string, unknown> = { leadId: 'x' }
  loop['filter'] = loop
  return loop
}

/** A value of the shape with one part of it put out of shape: a field gone, another kind of value, one field too many. */
export function misshapen(whole: fc.Arbitrary<unknown>, parts = ANYTHING): fc.Arbitrary<unknown> {
  return fc.tuple(whole, fc.nat(), parts, fc.nat(3)).map(([value, at, part, how]) => {
    if (typeof value !== 'object' || value === null || how === 0) return part
    const fields = Object.entries(value as Readonly<Record<string, unknown>>)
    const [name] = fields[at % Math.max(1, fields.length)] ?? ['x']
    if (how === 1) return Object.fromEntries(fields.filter(([key]) => key !== name))
    return { ...(value as object), [how === 2 ? name : '__proto__x']: part }
  })
}
