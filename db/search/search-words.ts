import { pinyin, polyphonic } from 'pinyin-pro'

/** What can be found of a lead. */
export type Searched = {
  readonly name: string
  readonly phoneKey: string | null
  readonly wechat: string | null
  readonly model: string | null
}

const HAN = /\p{Script=Han}/u
/** One Chinese character, or a run of other letters, or a run of digits. */
const PIECE = /\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})+|\p{N}+/gu
const MOST_PIECES = 24
const LONGEST = 40
/** The shortest part of a number that is found in the middle of it. */
const SHORTEST_TAIL = 4
/** 单 is Shan as a family name and dan otherwise: whoever types either should find the person. */
const MOST_READINGS = 3

/** One spelling for what looks alike: full-width and half-width, capitals, accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function piecesOf(text: string): string[] {
  return (plain(text).match(PIECE) ?? []).slice(0, MOST_PIECES)
}

/** Every ending that begins with a character or a word: a part typed is then the beginning of one of them. */
function endings(pieces: readonly string[]): string[] {
  return pieces.map((_, from) => pieces.slice(from).join('').slice(0, LONGEST))
}

/** How each piece may be read, the most likely first; family names in their own reading (单 shan, 曾 zeng, 尉迟 yuchi). */
function readingsOf(pieces: readonly string[]): readonly (readonly string[])[] {
  const run = pieces.filter((piece) => HAN.test(piece)).join('')
  const likely = pinyin(run, { toneType: 'none', type: 'array', surname: 'head', v: true })
  const others = polyphonic(run, { toneType: 'none', type: 'array', v: true })
  let nth = -1
  return pieces.map((piece) => {
    if (!HAN.test(piece)) return [piece]
    nth += 1
    const all = [likely[nth] ?? piece, ...(others[nth] ?? [])].flatMap(spellings).map(plain)
    return [...new Set(all)].slice(0, MOST_READINGS)
  })
}

/** 吕 is typed lv, lyu (as in a passport) or lu. */
function spellings(syllable: string): string[] {
  return syllable.includes('v') ? [syllable, syllable.replace('v', 'yu'), syllable.replace('v', 'u')] : [syllable]
}

/** The likely reading of a name, and those that differ from it in one character. */
function variantsOf(readings: readonly (readonly string[])[]): string[][] {
  const likely = readings.map((one) => one[0] ?? '')
  const others = readings.flatMap((one, nth) => one.slice(1).map((reading) => likely.with(nth, reading)))
  return [likely, ...others]
}

function soundsOf(pieces: readonly string[]): string[] {
  if (!pieces.some((piece) => HAN.test(piece))) return []
  const variants = variantsOf(readingsOf(pieces))
  return variants.flatMap((syllables) => [...endings(syllables), ...endings(syllables.map((one) => one.slice(0, 1)))])
}

function tailsOf(key: string): string[] {
  const digits = key.slice(-LONGEST)
  return Array.from({ length: Math.max(1, digits.length - SHORTEST_TAIL + 1) }, (_, from) => digits.slice(from))
}

/** The words a lead is found by, separated by blanks; what is typed is compared with the beginning of each. */
export function searchWordsOf({ name, phoneKey, wechat, model }: Searched): string {
  const pieces = piecesOf(name)
  const words = [
    ...endings(pieces),
    ...soundsOf(pieces),
    ...(phoneKey === null ? [] : tailsOf(phoneKey)),
    ...endings(piecesOf(wechat ?? '')),
    ...endings(piecesOf(model ?? '')),
  ]
  return [...new Set(words)].join(' ')
}

/** What a name is sorted by: as a Chinese phone book does, by its sound. */
export function sortKeyOf(name: string): string {
  const pieces = piecesOf(name)
  const sound = pieces.some((piece) => HAN.test(piece)) ? variantsOf(readingsOf(pieces))[0] : pieces
  return `${(sound ?? []).join(' ')} ${plain(name)}`.slice(0, 2 * LONGEST)
}
