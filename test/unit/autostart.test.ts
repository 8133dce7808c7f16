import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { autostartEntry, autostartFile, isAutostarted, setAutostart } from '../../electron/main/autostart.ts'

const folder = mkdtempSync(join(tmpdir(), 'ninepoint autostart '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Takes an Exec apart as the Desktop Entry Specification says: the value's escapes, then the quotes, then the field codes. */
function commandOf(entry: string): string[] {
  const value = /^Exec=(.*)$/m.exec(entry)?.[1] ?? ''
  const exec = value.replaceAll('\\\\', '\\')
  return [...exec.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted]) =>
    (quoted ?? '').replace(/\\(["`$\\])/g, '$1').replaceAll('%%', '%'),
  )
}

describe('starting with a Linux system', () => {
  it.each([
    [['/opt/Ninepoint/ninepoint', '--hidden']],
    [['/home/小 王/九控.AppImage', '--hidden']],
    [['/home/a "b" `c` $d \\e 100% %f/x', '--hidden']],
    [['\\\\\\', '%%', '"', '$(rm -rf ~)']],
  ])('starts exactly %j', (command) => expect(commandOf(autostartEntry(command))).toEqual(command))

  it('is read by the desktop’s own validator where there is one', () => {
    const file = join(folder, 'valid.desktop')
    writeFileSync(file, autostartEntry(['/opt/a b/ninepoint', '--hidden']))
    const { status, stdout, error } = spawnSync('desktop-file-validate', [file], { encoding: 'utf8' })
    if (error === undefined) expect([status, stdout]).toEqual([0, ''])
    expect(readFileSync(file, 'utf8')).toMatch(/^\[Desktop Entry\]\nType=Application\n/)
  })

  it.each([
    [{ XDG_CONFIG_HOME: '/x/config' }, '/x/config'],
    [{ XDG_CONFIG_HOME: 'relative' }, join(homedir(), '.config')],
    [{ XDG_CONFIG_HOME: '' }, join(homedir(), '.config')],
    [{}, join(homedir(), '.config')],
  ])('lies where the system looks: %j', (env, config) =>
    expect(autostartFile(env)).toBe(join(config, 'autostart/ninepoint.desktop')),
  )

  it('is switched on and off, and off when the desktop’s settings say so', () => {
    const file = join(folder, 'config/autostart/ninepoint.desktop')
    expect(isAutostarted(file)).toBe(false)
    setAutostart(file, ['/opt/ninepoint', '--hidden'])
    expect(isAutostarted(file)).toBe(true)
    for (const off of ['Hidden=true', 'X-GNOME-Autostart-enabled=false']) {
      writeFileSync(file, `${autostartEntry(['/opt/ninepoint'])}${off}\n`)
      expect(isAutostarted(file)).toBe(false)
    }
    setAutostart(file, null)
    setAutostart(file, null)
    expect(existsSync(file)).toBe(false)
  })
})
