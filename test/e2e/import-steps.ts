import { zh } from '../../renderer/i18n/zh.ts'
import { type ProgramWindow } from './program.ts'
import { settled } from './stillness.ts'

const { common, imports } = zh

/** A sentence of the dictionary with its values filled in. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** Drops a file on the first step and waits for what it is taken for. */
export async function readIn({ page }: ProgramWindow, name: string, content: Buffer | string): Promise<void> {
  const buffer = Buffer.from(content)
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer })
  await page.getByText(imports.table.kindTitle).waitFor()
  await settled(page)
}

export async function next({ page }: ProgramWindow): Promise<void> {
  await page.getByRole('button', { name: common.next, exact: true }).click()
  await settled(page)
}

/** What a value of the file means, chosen from its list. */
export async function mean({ page }: ProgramWindow, field: string, value: string, meaning: string): Promise<void> {
  await page.getByRole('combobox', { name: filled(imports.values.meaningOf, { field, value }) }).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(meaning, { exact: true }).click()
}

export async function preview({ page }: ProgramWindow): Promise<void> {
  await page.getByRole('button', { name: imports.preview.button, exact: true }).click()
  await page.getByText(imports.preview.title).waitFor()
  await settled(page)
}

/** The figures of the preview by their names. */
export async function figures({ page }: ProgramWindow): Promise<Record<string, string>> {
  const tiles = await page.locator('.im-figures > div').allInnerTexts()
  return Object.fromEntries(tiles.map((tile) => [tile.split('\n')[0] ?? '', tile.split('\n').slice(1).join(' ')]))
}
