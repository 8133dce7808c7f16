import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Whoever imports `electron` gets the stand-in: the real main and preload run unchanged. */
const standIn = pathToFileURL(`${import.meta.dirname}/electron-stand-in.ts`).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
