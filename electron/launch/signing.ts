/** How a package will be signed, and what is said of it: whoever hands an installer on must know. */
export type Signing = {
  /** The caller's variables without the ones that were left empty: electron-builder takes an empty certificate for a file. */
  readonly env: NodeJS.ProcessEnv
  readonly args: readonly string[]
  readonly isSigned: boolean
  readonly says: string
}

const CERTIFICATES = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']
const NOTARY = ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID']

/** Signs where the keys are at hand, and only then. Linux has no signed installers: there the sums are what is compared. */
export function signingOf(platform: NodeJS.Platform, given: NodeJS.ProcessEnv): Signing {
  const env = { ...given }
  for (const name of [...CERTIFICATES, ...NOTARY]) if (env[name] === '') delete env[name]
  // The notary takes no program that is not signed, and two of three would end in its complaint after everything is built.
  const isNotarized = env.CSC_LINK !== undefined && NOTARY.every((name) => env[name] !== undefined)
  if (!isNotarized) for (const name of NOTARY) delete env[name]
  switch (platform) {
    case 'darwin':
      return env.CSC_LINK === undefined ? adHoc(env) : ofApple(env, isNotarized)
    case 'win32': {
      const isSigned = env.WIN_CSC_LINK !== undefined || env.CSC_LINK !== undefined
      return {
        env,
        args: [],
        isSigned,
        says: isSigned ? 'signed' : 'NOT signed: Windows will warn at the installation',
      }
    }
    default:
      return { env, args: [], isSigned: false, says: 'not signed: compare SHA256SUMS' }
  }
}

function ofApple(env: NodeJS.ProcessEnv, isNotarized: boolean): Signing {
  const says = isNotarized ? 'signed and notarized' : 'signed, NOT notarized: macOS will warn at the first start'
  return { env, args: [], isSigned: true, says }
}

/**
 * A Mac with Apple's chip starts nothing that bears no signature at all, and setting the fuses has broken Electron's own: without a
 * certificate the program signs for itself ("ad hoc"), also where a pull request is built.
 */
function adHoc(env: NodeJS.ProcessEnv): Signing {
  return {
    env: { ...env, CSC_IDENTITY_AUTO_DISCOVERY: 'false', CSC_FOR_PULL_REQUEST: 'true' },
    args: ['--config.mac.identity=-'],
    isSigned: false,
    says: 'NOT signed: macOS will refuse it unless it is opened by the context menu',
  }
}
