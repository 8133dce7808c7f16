import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

type Step = {
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
}
type Row = {
  readonly name: string
  readonly 'runs-on': string
  readonly arch: string
  readonly target: string
  readonly program: string
}
type Job = {
  readonly 'runs-on': string
  readonly 'timeout-minutes'?: number
  readonly permissions?: unknown
  readonly strategy?: { readonly matrix: { readonly include: readonly Row[] } }
  readonly steps: readonly Step[]
}
type Workflow = {
  readonly on: Readonly<Record<string, { readonly tags?: readonly string[] } | null>>
  readonly permissions: unknown
  readonly concurrency: { readonly group: string }
  readonly jobs: Readonly<Record<string, Job>>
}

const text = read('.github/workflows/desktop.yml')
const workflow = parse(text) as Workflow
const jobs = Object.values(workflow.jobs)
const steps = jobs.flatMap((job) => job.steps)
const rows = workflow.jobs['desktop']?.strategy?.matrix.include ?? []

describe('the workflow', () => {
  it('runs for every push, pull request and version, once at a time, and never without end', () => {
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request'])
    expect(workflow.on['push']?.tags).toEqual(['v*'])
    expect(workflow.concurrency.group).toContain('github.ref')
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })

  it('may read this repository and nothing else, and gives no action a moving name', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(jobs.filter(({ permissions }) => permissions !== undefined)).toEqual([])
    const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]))
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@(?:v\d+|[0-9a-f]{40})$/)
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false)
  })

  it('publishes nothing', () => {
    expect(text).not.toMatch(/gh release|action-gh-release|npm publish|--publish(?!\s+never)|GITHUB_TOKEN|GH_TOKEN/)
    expect(read('electron/launch/dist.ts')).toMatch(/'--publish',\s*'never'/)
  })

  it('shows its secrets to the steps that sign, and to no pull request', () => {
    const shown = steps.filter((step) => JSON.stringify(step).includes('secrets.'))
    expect(shown.map(({ name }) => name)).toEqual([
      'Package, signed where this repository has the keys',
      'Updates from a file, signed where this repository has the key',
    ])
    for (const step of shown) {
      expect(step.if).toBe("github.event_name != 'pull_request'")
      expect(step.run).not.toContain('secrets.')
    }
    expect(text.match(/secrets\./g)).toHaveLength(JSON.stringify(shown).match(/secrets\./g)?.length ?? 0)
  })
})

type Target = { readonly target: string; readonly arch: readonly string[] }
type Builder = Readonly<Record<'win' | 'mac' | 'linux', { readonly target: readonly Target[] }>>
const OPTION_OF = { win: '--win', mac: '--mac', linux: '--linux' } as const

describe('what it packs', () => {
  it('is every target and architecture that electron-builder.yml names, once', () => {
    const builder = parse(read('electron-builder.yml')) as Builder
    const wanted = (['win', 'mac', 'linux'] as const).flatMap((system) =>
      builder[system].target.flatMap(({ target, arch }) => arch.map((one) => `${OPTION_OF[system]} ${target} ${one}`)),
    )
    const packed = rows.flatMap(({ target, arch }) => {
      const [system, ...targets] = target.split(' ')
      return targets.map((one) => `${system} ${one} ${arch}`)
    })
    expect(packed.toSorted()).toEqual(wanted.toSorted())
  })

  it('is packed on the system it is for, whose Electron can then run the journeys', () => {
    const RUNNERS: Readonly<Record<string, RegExp>> = {
      '--win': /^windows-\d+$/,
      '--mac': /^macos-\d+(?:-intel)?$/,
      '--linux': /^ubuntu-[\d.]+(?:-arm)?$/,
    }
    for (const { target, arch, 'runs-on': runner, program } of rows) {
      expect(runner).toMatch(RUNNERS[target.split(' ')[0] ?? ''] ?? /never/)
      if (target.startsWith('--mac')) expect(runner.endsWith('-intel')).toBe(arch === 'x64')
      if (target.startsWith('--linux')) expect(runner.endsWith('-arm')).toBe(arch === 'arm64')
      expect(program).toMatch(/^release\/(?:win|mac|linux)[\w-]*\//)
      expect(program.includes('arm64')).toBe(arch === 'arm64')
    }
  })

  it('goes through the journeys and has its fuses read, before it is handed on', () => {
    const names = workflow.jobs['desktop']?.steps.map(({ run, uses }) => run ?? uses ?? '') ?? []
    const at = (part: string) => names.findIndex((name) => name.includes(part))
    const order = ['electron/install.js', 'npm run dist', 'test/fuses.ts', 'test:electron', 'make-update', 'upload-art']
    const places = order.map(at)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    const journeys = workflow.jobs['desktop']?.steps.find(({ run }) => run?.includes('test:electron'))
    expect(journeys?.env?.['NINEPOINT_PROGRAM']).toBe('${{ matrix.program }}')
  })
})

describe('what it calls', () => {
  const runs = steps.map(({ run }) => run ?? '').join('\n')

  it('is there: every script of package.json, every file of ours', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
    const called = [...runs.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name ?? '').filter((n) => n !== 'ci')
    expect(called).toContain('test:electron')
    for (const name of called) expect([name, scripts[name]]).toEqual([name, expect.any(String)])
    const files = [...runs.matchAll(/\b(?:electron|test)\/[\w/-]+\.m?ts|\b(?:electron|test)\/[\w/-]+\.mjs/g)]
    expect(files.length).toBeGreaterThan(2)
    for (const [file] of files) expect([file, existsSync(join(root, file))]).toEqual([file, true])
  })

  it('runs with the Node that the program needs', () => {
    const nodes = steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@'))
    expect(nodes.map((step) => step.with?.['node-version'])).toEqual([24, 24])
  })
})
