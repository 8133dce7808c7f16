import { getCurrentFuseWire } from '@electron/fuses'
import { FUSES } from '../electron/package/fuses.ts'

/** `test/fuses.ts PROGRAM`: reads a packaged program's fuses with Electron's own tool and compares them with what is decided. */
const [program] = process.argv.slice(2)
if (program === undefined) throw new Error('which program?')

const ON = '1'.charCodeAt(0)
const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) }
const wrong = FUSES.filter(([, isOn], i) => (wire[i] === ON) !== isOn)
const set = Object.keys(wire).length - 1
for (const [name, isOn] of FUSES) {
  console.log(`${wrong.some(([one]) => one === name) ? 'WRONG ' : 'ok    '} ${name}: ${isOn ? 'on' : 'off'}`)
}
if (set !== FUSES.length) console.log(`WRONG  ${set} fuses in the program, ${FUSES.length} decided`)
process.exit(wrong.length === 0 && set === FUSES.length ? 0 : 1)
