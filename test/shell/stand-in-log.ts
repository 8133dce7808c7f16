/** Every call that the program makes of Electron, in order: what the tests read. */
export const log: { readonly call: string; readonly args: unknown }[] = []
export const note = (call: string, args: unknown = null) => void log.push({ call, args })
