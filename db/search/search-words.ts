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
export function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function piecesOf(text: string): string[] {
  return (plainText(text).match(PIECE) ?? []).slice(0, MOST_PIECES)
}

/** Every ending that begins with a character or a word: a part typed is then the beginning of one of them. */
function endings(pieces: readonly string[]): string[] {
  return pieces.map((_, from) => pieces.slice(from).join('').slice(0, LONGEST))
}

/** How each piece may be read, the most likely first; family names in their own reading (单 shan, 曾 zeng, 尉迟 yuchi). */
function readingsOf(pieces: readonly string[]): readonly (readonly string[])[] {
  const name = pieces.join(' ')
  const known = readNames.get(name)
  if (known !== undefined) return known
  const found = readAnew(pieces)
  if (readNames.size >= MOST_NAMES) readNames.clear()
  readNames.set(name, found)
  return found
}

/** A name is asked for twice, for its place in the list and for its words, and a register has the same names again and again. */
const readNames = new Map<string, readonly (readonly string[])[]>()
const MOST_NAMES = 20_000

function readAnew(pieces: readonly string[]): readonly (readonly string[])[] {
  const run = pieces.filter((piece) => HAN.test(piece)).join('')
  const likely = pinyin(run, { toneType: 'none', type: 'array', surname: 'head', v: true })
  let nth = -1
  return pieces.map((piece) => {
    if (!HAN.test(piece)) return [piece]
    nth += 1
    const all = [...spelt(likely[nth] ?? piece), ...otherReadings(piece)]
    return [...new Set(all)].slice(0, MOST_READINGS)
  })
}

/** By character: there are a few thousand, and an import asks about each of them some hundred times. */
const readings = new Map<string, readonly string[]>()

function otherReadings(character: string): readonly string[] {
  const known = readings.get(character)
  if (known !== undefined) return known
  const found = polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? []
  const spelling = found.flatMap(spelt)
  readings.set(character, spelling)
  return spelling
}

function spelt(syllable: string): string[] {
  return spellings(syllable).map(plainText)
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

/**
 * Marks a word that finds a lead only for whoever sees its contact, and one that must be typed whole. Nobody can type the marks
 * (search-query.ts keeps letters and digits), and the index takes them for letters, because they are not ASCII.
 */
export const OF_CONTACT = '¤'
const WHOLE = '§'

/** From so many digits on a number is asked about as a whole (visits.checkPhone). */
const SHORTEST_WHOLE = 7

/**
 * What a contact is found by. The digits that `maskPhone` shows are anybody's to look for, and so is the whole of it: whoever has
 * it already is told whose customer that is (domain.md 4). Parts of it would tell a colleague the rest, digit by digit.
 */
function contactWords(phoneKey: string | null, wechat: string | null): string[] {
  const id = endings(piecesOf(wechat ?? ''))
  const tails = phoneKey === null ? [] : tailsOf(phoneKey)
  return [
    ...(phoneKey !== null && phoneKey.length >= 11 ? [phoneKey.slice(-SHORTEST_TAIL)] : []),
    ...(phoneKey !== null && phoneKey.length >= SHORTEST_WHOLE ? [wholeWord(phoneKey)] : []),
    ...id.slice(0, 1).map(wholeWord),
    ...[...tails, ...id].map((word) => `${OF_CONTACT}${word}`),
  ]
}

export function wholeWord(word: string): string {
  return `${WHOLE}${word.slice(0, LONGEST)}${WHOLE}`
}

/** The words a lead is found by, separated by blanks; what is typed is compared with the beginning of each. */
export function searchWordsOf({ name, phoneKey, wechat, model }: Searched): string {
  const pieces = piecesOf(name)
  const words = [
    ...endings(pieces),
    ...soundsOf(pieces),
    ...endings(piecesOf(model ?? '')),
    ...contactWords(phoneKey, wechat),
  ]
  return [...new Set(words)].join(' ')
}

/** What a name is sorted by: as a Chinese phone book does, by its sound. */
export function sortKeyOf(name: string): string {
  const pieces = piecesOf(name)
  const sound = pieces.some((piece) => HAN.test(piece)) ? variantsOf(readingsOf(pieces))[0] : pieces
  return `${(sound ?? []).join(' ')} ${plainText(name)}`.slice(0, 2 * LONGEST)
}
