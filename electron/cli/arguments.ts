import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import type { Params } from '../../shared/messages/messages.ts'
import type { MessageKey } from '../../shared/messages/zh.ts'
import { type BusinessDate, parseBusinessDate } from '../../shared/values/business-date.ts'

export type Command =
  | { readonly name: 'import' | 'export'; readonly folder: string; readonly file: string }
  | { readonly name: 'report'; readonly file: string; readonly query: ReportQuery }

/** The command line was used wrongly: exit code 2. */
export class UsageError extends Error {
  readonly key: MessageKey
  readonly params: Params
  constructor(key: MessageKey, params: Params = {}) {
    super(key)
    this.key = key
    this.params = params
  }
}

type Values = Readonly<Record<string, string | boolean | undefined>>
type Parsed = { readonly values: Values; readonly positionals: readonly string[] }

const STRING = { type: 'string' } as const
const FOLDER_OPTIONS: ParseArgsOptionsConfig = { db: STRING }
const REPORT_OPTIONS: ParseArgsOptionsConfig = {
  db: STRING,
  from: STRING,
  to: STRING,
  'as-of': STRING,
  staff: STRING,
  // The one form there is so far; taken so that another can come.
  json: { type: 'boolean' },
}

/** The arguments after the program's name as a command (interchange.md, "Command line"). Throws UsageError. */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args
  switch (name) {
    case 'import':
    case 'export':
      return folderCommand(name, parseStrictly(rest, FOLDER_OPTIONS))
    case 'report':
      return reportCommand(parseStrictly(rest, REPORT_OPTIONS))
    case undefined:
      throw new UsageError('cli.no_command')
    default:
      throw new UsageError('cli.unknown_command', { value: name })
  }
}

function parseStrictly(args: readonly string[], options: ParseArgsOptionsConfig): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { values: values as Values, positionals }
  } catch (error) {
    throw new UsageError('cli.bad_option', { value: error instanceof Error ? error.message : String(error) })
  }
}

function folderCommand(name: 'import' | 'export', { values, positionals }: Parsed): Command {
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new UsageError('cli.one_folder')
  return { name, folder, file: required(values, 'db') }
}

function reportCommand({ values, positionals }: Parsed): Command {
  const [extra] = positionals
  if (extra !== undefined) throw new UsageError('cli.no_argument', { value: extra })
  const file = required(values, 'db')
  const from = dateOf('--from', required(values, 'from'))
  const to = dateOf('--to', required(values, 'to'))
  const asOf = values['as-of'] === undefined ? to : dateOf('--as-of', required(values, 'as-of'))
  if (from > to) throw new UsageError('cli.from_after_to')
  if (asOf < from) throw new UsageError('cli.as_of_before_from')
  const staffId = values.staff === undefined ? null : String(values.staff)
  return { name: 'report', file, query: { from, to, asOf, staffId } }
}

function required(values: Values, option: string): string {
  const value = values[option]
  if (typeof value !== 'string' || value === '') throw new UsageError('cli.missing_option', { option: `--${option}` })
  return value
}

function dateOf(option: string, text: string): BusinessDate {
  const date = parseBusinessDate(text)
  if (date === null) throw new UsageError('cli.bad_date', { option, value: text })
  return date
}
