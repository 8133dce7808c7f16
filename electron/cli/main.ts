import { StoreFileError } from '../../db/connection.ts'
import { faultLine, messagesFor, sentence } from '../../shared/messages/messages.ts'
import { parseCommand, UsageError } from './arguments.ts'
import { exportCommand, InputError, importCommand, reportCommand } from './commands.ts'

// The program without a window (interchange.md, "Command line"). Results go to standard output as JSON, everything said to a
// person to standard error. Exit 0 done, 1 the input is at fault, 2 wrong usage.

const messages = messagesFor(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG)

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

async function run(args: readonly string[]): Promise<number> {
  const command = parseCommand(args)
  switch (command.name) {
    case 'import':
      return runImport(command.folder, command.file)
    case 'export':
      await exportCommand(command.folder, command.file)
      return 0
    case 'report':
      print(await reportCommand(command.file, command.query))
      return 0
  }
}

async function runImport(folder: string, file: string): Promise<number> {
  const result = await importCommand(folder, file)
  if (!result.ok) {
    for (const fault of result.faults) say(faultLine(messages, fault))
    return 1
  }
  for (const fault of result.warnings) say(sentence(messages, 'cli.warning', { text: faultLine(messages, fault) }))
  print({ imported: result.imported })
  return 0
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    say(`${sentence(messages, error.key, error.params)}\n${messages['cli.usage']}`)
    return 2
  }
  if (error instanceof StoreFileError) say(sentence(messages, `store.${error.problem}`, { file: error.file }))
  else if (error instanceof InputError) say(sentence(messages, error.key, { file: error.file }))
  else say(sentence(messages, 'cli.failed', { text: error instanceof Error ? error.message : String(error) }))
  return 1
}

// Whoever reads the output may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
process.exitCode = await run(process.argv.slice(2)).catch(explain)
