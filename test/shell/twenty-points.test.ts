import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk } from '../../electron/api/desk.ts'
import { buildAll } from '../../electron/launch/build.ts'
import { pageHandler } from '../../electron/main/app-page.ts'
import { FUSES } from '../../electron/package/fuses.ts'
import { serveLocally } from '../../electron/transports/http.ts'
import { contentSecurityPolicy, readPage } from '../../electron/transports/page.ts'
import { FOREIGN_FRAMES, HOSTILE_ADDRESSES, pathForms } from './hostile.ts'
import { type Noted, type RunningShell, runShell } from './run-shell.ts'

// Electron's own list for a safe program, point by point: by the sources and the built files, and by the program running under the
// stand-in around a real Chromium. What is packed is looked at in package.test.ts.

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ninepoint points '))
let shell: RunningShell

beforeAll(async () => {
  await buildAll()
  shell = runShell(folder)
  await shell.loaded
})
afterAll(() => {
  shell.kill()
  rmSync(folder, { recursive: true, force: true })
})

const noted = async (call: string) =>
  (await shell.ask<Noted[]>('log')).filter((one) => one.call === call).map(({ args }) => args)
const evaluate = <T>(code: string) => shell.ask<T>('evaluate', code)

/** Every source of ours that ends up in the program: [path, text]. */
const sources = ['electron', 'renderer', 'shared', 'db'].flatMap((part) =>
  readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|tsx|css|html|svg)$/.test(name))
    .map((name) => [join(part, name), readFileSync(join(root, part, name), 'utf8')] as const),
)
const built = () =>
  ['electron.js', 'desk-process.js', 'preload.cjs'].map(
    (name) => [name, readFileSync(join(root, 'dist/main', name), 'utf8')] as const,
  )
const having = (texts: readonly (readonly [string, string])[], what: RegExp) =>
  texts.filter(([, text]) => what.test(text)).map(([path]) => path)

describe('S4 1 only secure content', () => {
  it('1 the one address that is loaded is our own', async () => {
    expect(await noted('window.loadURL')).toEqual(['app://bundle/'])
    expect(having(sources, /\.loadURL\(|\.loadFile\(/)).toEqual(['electron/main/shell.ts'])
  })
  it('1 no source of ours names a host to fetch from', () => {
    const REMOTE = /(?:['"`(]|\bsrc=|\bhref=)(?:https?|wss?):\/\/(?!127\.0\.0\.1|\$\{host\}|www\.w3\.org\/2000\/svg)/
    expect(having(sources, REMOTE)).toEqual([])
    expect('fetch("https://example.com")').toMatch(REMOTE)
  })
  it('1 the page asks for its own parts only', () => {
    const page = readFileSync(join(root, 'dist/renderer/index.html'), 'utf8')
    const asked = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.filter((address) => !/^(?:\.\/|data:)/.test(address))).toEqual([])
  })
  it.each(HOSTILE_ADDRESSES.filter((url) => url !== '' && !/^(?:data|devtools):/.test(url)))(
    '1 nothing is asked of the network: %s',
    async (url) => expect(await shell.ask('request', url)).toBe(true),
  )
})

describe('S4 2 3 4 no Node in the page, its own world, its sandbox', () => {
  it.each([
    ['2 nodeIntegration', 'nodeIntegration', false],
    ['3 contextIsolation', 'contextIsolation', true],
    ['4 sandbox', 'sandbox', true],
  ])('%s', async (_, name, value) => {
    const [options] = (await noted('new BrowserWindow')) as { webPreferences: Record<string, unknown> }[]
    expect(options?.webPreferences[name]).toBe(value)
  })
  it('2 nor in a worker or a frame', () =>
    expect(having([...sources, ...built()], /nodeIntegrationIn(?:Worker|SubFrames)/)).toEqual([]))
  it('2 the page finds none', async () =>
    expect(await evaluate('typeof require + typeof process + typeof module + typeof global')).toBe(
      'undefinedundefinedundefinedundefined',
    ))
  it('4 the sandbox is on before anything is open', async () => {
    const calls = (await shell.ask<Noted[]>('log')).map(({ call }) => call)
    expect(calls.indexOf('app.enableSandbox')).toBeGreaterThanOrEqual(0)
    expect(calls.indexOf('app.enableSandbox')).toBeLessThan(calls.indexOf('utilityProcess.fork'))
    expect(calls.indexOf('app.enableSandbox')).toBeLessThan(calls.indexOf('new BrowserWindow'))
    expect(having(sources, /new (?:BrowserWindow|BrowserView|WebContentsView)\(/)).toEqual(['electron/main/window.ts'])
  })
})

/** Whatever Electron's own types say it may ask about. */
const permissions = [
  ...(/setPermissionRequestHandler\(handler: .*?permission: ((?:'[\w-]+'(?: \| )?)+)/
    .exec(readFileSync(join(root, 'node_modules/electron/electron.d.ts'), 'utf8'))?.[1]
    ?.matchAll(/'([\w-]+)'/g) ?? []),
].map(([, name]) => name ?? '')

describe('S4 5 permissions', () => {
  it('5 are all known', () => expect(permissions.length).toBeGreaterThan(40))

  it.each(permissions)('5 %s is refused when asked for, when looked at, and as a device', async (name) =>
    expect(await shell.ask('permission', name)).toEqual([false, false, false]),
  )
  it('5 in Chromium the page gets no notification, place or camera', async () => {
    expect(
      having(sources, /navigator\.(?:mediaDevices|geolocation|usb|serial|hid|bluetooth)|Notification\.request/),
    ).toEqual([])
  })
})

describe('S4 6 8 9 10 nothing is switched off that protects', () => {
  it.each([
    ['6 webSecurity', /webSecurity/],
    ['8 allowRunningInsecureContent', /allowRunningInsecureContent/],
    ['9 experimentalFeatures', /experimentalFeatures/],
    ['10 enableBlinkFeatures', /enableBlinkFeatures|disableBlinkFeatures/],
    ['switches of Chromium', /appendSwitch|appendArgument/],
    ['certificates', /setCertificateVerifyProc|certificate-error/],
    ['the remote module', /enableRemoteModule|@electron\/remote/],
  ])('%s is named nowhere', (_, what) => expect(having([...sources, ...built()], what)).toEqual([]))
  it('no code is made of text', () =>
    expect(having(sources, /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=|document\.write/)).toEqual(
      [],
    ))
})

describe('S4 7 the content security policy', () => {
  it('7 is the same over app:// and from the local server, but for the nonce', async () => {
    const desk = createDesk({ folder: join(folder, 'local') })
    const local = await serveLocally({ desk, pageFolder: join(root, 'dist/renderer'), port: 0 })
    const opened = await fetch(local.newAddress())
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const overHttp = (await fetch(`${local.origin}/`, { headers: { cookie } })).headers.get('content-security-policy')
    await local.close()
    await desk.close()
    const { csp } = await shell.ask<{ csp: string }>('serve', 'app://bundle/')
    const withoutNonce = (policy: string | null) => policy?.replaceAll(/'nonce-[^']{24}'/g, 'NONCE')
    expect(withoutNonce(overHttp)).toBe(withoutNonce(csp))
    expect(withoutNonce(csp)).toContain("script-src 'self' NONCE;")
  })
  it.each([
    "default-src 'none'",
    "script-src 'self' 'nonce-x'",
    "style-src 'self' 'nonce-x'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])('7 says %s', (directive) => expect(contentSecurityPolicy('x').split('; ')).toContain(directive))
  it('7 allows nothing unsafe and no foreign host', () =>
    expect(contentSecurityPolicy('x')).not.toMatch(/unsafe|\*|https?:|strict-dynamic/))
  it('7 is fresh at every load', async () => {
    const load = () => shell.ask<{ csp: string }>('serve', 'app://bundle/')
    expect((await load()).csp).not.toBe((await load()).csp)
  })
  it.each([
    [
      'an inline script',
      `const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)`,
    ],
    [
      'a handler in an attribute',
      `document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = 1">')`,
    ],
    [
      'a script of data:',
      `const s = document.createElement('script'); s.src = 'data:text/javascript,window.ran=1'; document.body.append(s)`,
    ],
    [
      'a script from elsewhere',
      `const s = document.createElement('script'); s.src = 'https://example.com/a.js'; document.body.append(s)`,
    ],
    [
      'a javascript: frame',
      `const f = document.createElement('iframe'); f.src = 'javascript:parent.ran=1'; document.body.append(f)`,
    ],
    ['text as code', `setTimeout('window.ran = 1')`],
  ])('7 Chromium does not run %s', async (_, code) => {
    await evaluate(`(() => { window.ran = 0; ${code} })()`)
    await evaluate('new Promise((resolve) => setTimeout(resolve, 150))')
    expect(await evaluate('window.ran')).toBe(0)
  })
  it('7 and runs our own script, or nothing above would say anything', async () =>
    expect(await evaluate(`document.querySelector('#root').childElementCount > 0`)).toBe(true))
})

describe('S4 11 12 no page within the page', () => {
  it('11 no source names a webview', () => {
    expect(having(sources, /<webview|allowpopups/i)).toEqual([])
    expect(having(sources, /webviewTag/)).toEqual(['electron/main/window.ts'])
  })
  it('11 12 the tag is off, and one that came would be stopped', async () => {
    const [options] = (await noted('new BrowserWindow')) as { webPreferences: Record<string, unknown> }[]
    expect(options?.webPreferences['webviewTag']).toBe(false)
    expect(await shell.ask('webview')).toBe(true)
  })
})

describe('S4 13 14 the window stays, and is the only one', () => {
  it.each(HOSTILE_ADDRESSES)('13 14 it neither goes to nor opens %j', async (url) => {
    expect(await shell.ask('navigate', url)).toEqual([true, true, true])
    expect(await shell.ask('open', url)).toBe('deny')
  })
  it('13 it may move within our page', async () => {
    expect(await shell.ask('navigate', 'app://bundle/#/board')).toEqual([false, false, false])
    expect(await shell.ask('navigate', 'app://bundle')).toEqual([false, false, false])
  })
  it('14 it opens no second one even of our own', async () =>
    expect(await shell.ask('open', 'app://bundle/')).toBe('deny'))
})

describe('S4 15 nothing is opened in other programs at the page’s wish', () => {
  it('15 openExternal is called nowhere', () =>
    expect(having([...sources, ...built()], /shell\.openExternal|openExternal\(/)).toEqual([]))
  it('15 a file is opened in one place: the installer that was proved', () =>
    expect(having(sources, /\.openPath\(/)).toEqual(['electron/main/update.ts']))
  it('15 the preload has neither', () =>
    expect(having(built().slice(2), /openPath|openExternal|showItemInFolder|\bshell\b/)).toEqual([]))
})

describe('S4 16 a current Electron', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>
  }
  it('16 is named exactly, and the lock has the same', () => {
    const version = manifest.devDependencies['electron'] ?? ''
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(lock.packages['node_modules/electron']?.version).toBe(version)
  })
  it('16 is no older than two before the newest known here', () =>
    expect(Number.parseInt(manifest.devDependencies['electron'] ?? '0', 10)).toBeGreaterThanOrEqual(45))
})

describe('S4 17 only our page may call', () => {
  it('17 there is one channel', async () => {
    expect(await noted('ipcMain.handle')).toEqual(['ninepoint:call'])
    expect(having(sources, /ipcMain\.(?:on|once|handleOnce)\(|MessageChannelMain/)).toEqual([])
  })
  it.each(FOREIGN_FRAMES)('17 %s is refused', async (_, frame) =>
    expect(await shell.ask('invokeFrom', frame)).toMatchObject({ ok: false, failure: { code: 'forbidden' } }),
  )
  it('17 our page is not', async () =>
    expect(await shell.ask('invokeFrom', { parent: null, url: 'app://bundle/#/today' })).toMatchObject({ ok: true }))
  it.each([
    ['no text for an address', { kind: 'go', path: '/etc' }],
    ['a path for a name', { kind: 'save_packed', file: 'a'.repeat(201) }],
    ['more than it is', { kind: 'facts', also: 1 }],
    ['no kind', {}],
    ['a kind of the prototype', { kind: '__proto__' }],
    ['a wish that is no wish', { kind: 'start_with_system', isWanted: 'yes' }],
  ])('17 of the shell it asks nothing that has %s', async (_, input) =>
    expect(
      await evaluate(`window.ninepoint.call(${JSON.stringify({ id: 'x', op: 'shell.act', input })})`),
    ).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input' },
    }),
  )
})

describe('S4 18 our own protocol instead of files', () => {
  const page = join(folder, 'page')
  const SENTINEL = 'a secret beside the page'
  beforeAll(() => {
    mkdirSync(join(page, 'assets'), { recursive: true })
    mkdirSync(join(folder, 'outside'))
    writeFileSync(join(page, 'index.html'), 'the page __NONCE__')
    writeFileSync(join(page, 'assets/a.js'), 'the script')
    for (const file of ['secret.html', 'outside/secret.html', 'etc.html']) writeFileSync(join(folder, file), SENTINEL)
    symlinkSync(join(folder, 'secret.html'), join(page, 'link.html'))
    symlinkSync(join(folder, 'outside'), join(page, 'linked'))
    symlinkSync('..', join(page, 'up'))
  })

  it('18 has the privileges it needs and no more', async () =>
    expect(await noted('protocol.registerSchemesAsPrivileged')).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
    ]))
  it('18 serves the page and its parts', async () => {
    expect((await readPage(page, '/')).body.toString()).toMatch(/^the page .{24}$/)
    expect((await readPage(page, '/assets/a.js')).body.toString()).toBe('the script')
    expect((await pageHandler(page)(new Request('app://bundle/assets/a.js'))).status).toBe(200)
  })
  it('18 answers nothing else, in more than 60 ways of asking', async () => {
    const forms = pathForms('secret.html')
    expect(new Set(forms).size).toBeGreaterThan(100)
    const handle = pageHandler(page)
    const wrong: string[] = []
    for (const form of forms) {
      const raw = await readPage(page, form)
      if (raw.status !== 404 || raw.body.length > 0) wrong.push(form)
      const url = URL.parse(`app://bundle${form}`)
      if (url === null) continue
      // An address that is only another spelling of a file that is there may be answered; with what is beside it never.
      const answer = await handle(new Request(url))
      if ((await answer.text()).includes(SENTINEL)) wrong.push(`over app: ${form}`)
    }
    expect(wrong).toEqual([])
  })
  it.each(['app://evil/', 'app://bundle.evil/', 'app://bundle:1/', 'other://bundle/', 'app:bundle/'])(
    '18 nor for another host: %s',
    async (url) => expect((await pageHandler(page)(new Request(url))).status).toBe(404),
  )
  it('18 no page is loaded from a file', () => expect(having(sources, /loadFile\(|['"`]file:\/\//)).toEqual([]))
})

describe('S4 19 the fuses', () => {
  it.each([
    ['runAsNode', false],
    ['enableCookieEncryption', true],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['grantFileProtocolExtraPrivileges', false],
    ['wasmTrapHandlers', true],
  ])('19 %s is set to %s', (name, isOn) => expect(FUSES).toContainEqual([name, isOn]))
  it('19 none is left undecided, and no child of the program is a plain Node', () => {
    expect(FUSES).toHaveLength(9)
    expect(
      having(
        sources.filter(([path]) => /^electron\/(?:main|api|desk-process)/.test(path)),
        /\bfork\(.*\bnode:child|child_process.*\bfork\b/,
      ),
    ).toEqual([])
  })
})

describe('S4 20 what the page gets of Electron', () => {
  it('20 is one frozen object with two functions', async () => {
    expect(await noted('preload')).toEqual([[['ninepoint', ['call', 'on'], true]]])
    expect(await evaluate('Object.keys(window).filter((name) => /electron|ipc|bridge|node/i.test(name))')).toEqual([])
  })
  it('20 goes over two channels, and hands no event of Electron’s on', () => {
    const [, text] = built()[2] ?? ['', '']
    expect([...text.matchAll(/["'`](ninepoint:[a-z]+)["'`]/g)].map(([, name]) => name)).toEqual([
      'ninepoint:call',
      'ninepoint:ask',
    ])
    expect([...text.matchAll(/ipcRenderer\.(\w+)/g)].map(([, name]) => name)).toEqual(['invoke', 'on'])
    expect(having(sources, /exposeInMainWorld|contextBridge/)).toEqual(['electron/preload/preload.ts'])
    expect(text).toMatch(/\(_?\w*, (\w+)\) ?=>\s*\w+\(\1\)/)
  })
  it('20 developer tools are off in what is packed', () =>
    expect(having(sources, /devTools: !app\.isPackaged/)).toEqual(['electron/main/window.ts']))
})
