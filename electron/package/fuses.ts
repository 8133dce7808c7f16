import { type FuseConfig, FuseVersion } from '@electron/fuses'

/**
 * Electron's switches inside its binary, in the order of its wire: all nine of Electron 45, each decided. electron-builder's own
 * configuration knows but eight. The program is no Node to be borrowed, and only the packed code runs.
 */
export const FUSES = [
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
  // Not a door: how V8 catches WebAssembly's faults. Electron's own default.
  ['wasmTrapHandlers', true],
] as const satisfies readonly (readonly [name: string, isOn: boolean])[]

/** For Electron's own tool, which stops the packing where this Electron has more or fewer: a new one would stay as it came. */
export function fuseConfig(isSignedForNobody: boolean): FuseConfig {
  const decided = Object.fromEntries(FUSES.map(([, isOn], i) => [i, isOn]))
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: isSignedForNobody,
    ...decided,
  } as FuseConfig
}
