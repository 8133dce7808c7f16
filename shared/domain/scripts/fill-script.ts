/** Whom and what a script speaks of. `model` is null where nobody has asked yet. */
export type ScriptNames = {
  readonly customer: string
  readonly consultant: string
  readonly model: string | null
  readonly showroom: string
}
export type ScriptName = keyof ScriptNames

/** What stands in a script for each name: in Chinese and in English, so that either reads well where it is edited. */
export const PLACEHOLDERS: Readonly<Record<ScriptName, readonly [zh: string, en: string]>> = {
  customer: ['客户', 'customer'],
  consultant: ['顾问', 'consultant'],
  model: ['车型', 'model'],
  showroom: ['展厅', 'showroom'],
}

// Blanks are trimmed afterwards: matched here as well, a thousand of them without an end would be tried for seconds.
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g

function nameOf(placeholder: string): ScriptName | null {
  const names = Object.keys(PLACEHOLDERS) as ScriptName[]
  return names.find((name) => PLACEHOLDERS[name].includes(placeholder.trim().toLowerCase())) ?? null
}

/** The script as it is said: every name filled in, `unknownModel` ("the car you looked at") where no model is known. */
export function fillScript(text: string, names: ScriptNames, unknownModel: string): string {
  return text.replace(PLACEHOLDER, (written: string, placeholder: string) => {
    const name = nameOf(placeholder)
    return name === null ? written : (names[name] ?? unknownModel)
  })
}

/** What stands in double braces and is no name, as it was written; nothing of it could be filled in. */
export function unknownPlaceholders(text: string): string[] {
  const written = [...text.matchAll(PLACEHOLDER)].filter(([, placeholder = '']) => nameOf(placeholder) === null)
  return [...new Set(written.map(([whole]) => whole))]
}
