import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

const root = resolve(import.meta.dirname, '../..')

/** A node of a syntax tree (ESTree), with the one above it. */
export type Node = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export type Declared = { readonly kind: 'value' | 'function' | 'type'; readonly node: Node }

/** One source file: what it declares at its top, and what it takes from others. */
export type Module = {
  readonly path: string
  readonly text: string
  readonly program: Node
  readonly declared: ReadonlyMap<string, Declared>
  readonly imported: ReadonlyMap<string, { readonly path: string; readonly name: string }>
  readonly parentOf: (node: Node) => Node | undefined
}

const modules = new Map<string, Module>()

/** A source by its path from the root of the repository; undefined where there is none. */
export function moduleAt(path: string): Module | undefined {
  const known = modules.get(path)
  if (known !== undefined) return known
  if (!existsSync(join(root, path))) return undefined
  const text = readFileSync(join(root, path), 'utf8')
  const found = moduleOf(path, text)
  modules.set(path, found)
  return found
}

/** Every TypeScript source under some folders. */
export function modulesUnder(...folders: readonly string[]): Module[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => moduleAt(join(folder, name)))
      .filter((found) => found !== undefined),
  )
}

export function moduleOf(path: string, text: string): Module {
  const program = parseSync(path, text).program as unknown as Node
  const parents = new Map<Node, Node>()
  for (const [node, parent] of walk(program)) if (parent !== undefined) parents.set(node, parent)
  return { path, text, program, ...topOf(path, program), parentOf: (node) => parents.get(node) }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  )
}

export function* walk(node: Node, parent?: Node): Generator<readonly [node: Node, parent: Node | undefined]> {
  yield [node, parent]
  for (const child of childrenOf(node)) yield* walk(child, node)
}

export const nameOf = (node: unknown): string => (isNode(node) && typeof node['name'] === 'string' ? node['name'] : '')
export const child = (node: Node, key: string): Node => node[key] as Node
export const list = (node: Node, key: string): readonly Node[] => (node[key] as readonly Node[] | undefined) ?? []

function topOf(path: string, program: Node) {
  const declared = new Map<string, Declared>()
  const imported = new Map<string, { path: string; name: string }>()
  for (const statement of list(program, 'body')) {
    if (statement.type === 'ImportDeclaration') {
      const source = (child(statement, 'source')['value'] as string) ?? ''
      if (!source.startsWith('.')) continue
      const from = relative(root, resolve(root, dirname(path), source))
      for (const one of list(statement, 'specifiers')) {
        imported.set(nameOf(one['local']), { path: from, name: nameOf(one['imported']) })
      }
      continue
    }
    const inner = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement
    if (isNode(inner)) for (const [name, found] of declarationsIn(inner)) declared.set(name, found)
  }
  return { declared, imported }
}

function declarationsIn(node: Node): (readonly [string, Declared])[] {
  switch (node.type) {
    case 'FunctionDeclaration':
      return [[nameOf(node['id']), { kind: 'function', node }]]
    case 'TSTypeAliasDeclaration':
      return [[nameOf(node['id']), { kind: 'type', node: child(node, 'typeAnnotation') }]]
    case 'VariableDeclaration':
      return list(node, 'declarations').flatMap((one) => {
        const init = one['init']
        if (!isNode(init)) return []
        const kind = /Function/.test(init.type) ? 'function' : 'value'
        return [[nameOf(one['id']), { kind, node: init }] as const]
      })
    default:
      return []
  }
}
