import { en } from './en.ts'
import type { Fault } from './fault.ts'
import { type MessageKey, type Messages, zh } from './zh.ts'

export type Params = Readonly<Record<string, string | number>>

const LONGEST_VALUE = 200

/** The dictionary for a POSIX locale such as `en_GB.UTF-8`; Chinese unless it is English. */
export function messagesFor(locale: string | undefined): Messages {
  return locale?.toLowerCase().startsWith('en') === true ? en : zh
}

/** The sentence with every `{name}` filled in; a name without a value stays as it is. */
export function sentence(messages: Messages, key: MessageKey, params: Params = {}): string {
  return messages[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** One fault on one line: `visits.csv:12: arrived_at: 3 May — sentence`. */
export function faultLine(messages: Messages, fault: Fault): string {
  const said = sentence(messages, `fault.${fault.code}`, fault.params)
  return oneLine(`${fault.file}:${fault.line}: ${fault.column}: ${shortened(fault.value)} — ${said}`)
}

function shortened(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

/** A line break inside a value would make two faults of one, a control character could rewrite the terminal. */
function oneLine(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => (character === '\n' ? '\\n' : escaped(character)))
}
