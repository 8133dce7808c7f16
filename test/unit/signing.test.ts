import { describe, expect, it } from 'vitest'
import { signingOf } from '../../electron/launch/signing.ts'

const NOTARY = { APPLE_ID: 'a@b.cn', APPLE_APP_SPECIFIC_PASSWORD: 'p', APPLE_TEAM_ID: 'T' }

describe('a package', () => {
  it.each([
    ['win32', {}, false, /NOT signed/],
    ['win32', { WIN_CSC_LINK: '' }, false, /NOT signed/],
    ['win32', { WIN_CSC_LINK: 'certificate' }, true, /^signed$/],
    ['darwin', { CSC_LINK: '' }, false, /NOT signed/],
    ['darwin', { CSC_LINK: 'certificate' }, true, /NOT notarized/],
    ['darwin', { CSC_LINK: 'certificate', ...NOTARY, APPLE_TEAM_ID: '' }, true, /NOT notarized/],
    ['darwin', { CSC_LINK: 'certificate', ...NOTARY }, true, /^signed and notarized$/],
    ['linux', { CSC_LINK: 'certificate' }, false, /SHA256SUMS/],
  ] as const)('of %s with %o is signed: %s', (platform, env, isSigned, says) => {
    expect(signingOf(platform, env)).toMatchObject({ isSigned, says: expect.stringMatching(says) })
  })

  it('is made without the variables that were left empty, and with all others', () => {
    const { env } = signingOf('win32', { PATH: '/bin', WIN_CSC_LINK: '', WIN_CSC_KEY_PASSWORD: '', CSC_LINK: '' })
    expect(env).toEqual({ PATH: '/bin' })
  })

  it('of a Mac signs for itself where there is no certificate, and asks no notary', () => {
    const { env, args } = signingOf('darwin', { ...NOTARY })
    expect(args).toEqual(['--config.mac.identity=-'])
    expect(env).toEqual({ CSC_IDENTITY_AUTO_DISCOVERY: 'false', CSC_FOR_PULL_REQUEST: 'true' })
  })
})
