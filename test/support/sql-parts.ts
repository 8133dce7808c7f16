import { child, childrenOf, isNode, list, type Module, type Node, nameOf, walk } from './source-modules.ts'

/** Where a text for the database is made, and each part of it that does not stand in our sources as it is. */
export type SqlPart = { readonly place: string; readonly part: string }

const DRIVER_CALLS = new Set(['prepare', 'exec', 'pragma'])
const READS_AS_SQL =
  /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY|GROUP BY|JOIN|CREATE (?:TEMP )?(?:TABLE|TRIGGER|INDEX|VIEW)|DROP|MATCH)\b/
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
/** Of the counts for the engine: they are made of sets and figures, which are constants (db/facts). */
const OF_FACTS = /^db\/facts\//

/** Every part of a statement that is neither a literal nor a constant of a module, nor made of such alone. */
export function looseSqlParts(module: Module): { readonly statements: number; readonly parts: readonly SqlPart[] } {
  const parts: SqlPart[] = []
  let statements = 0
  const note = (nodes: readonly Node[]) => {
    statements += 1
    for (const node of nodes.flatMap((one) => looseIn(module, one))) {
      parts.push({ place: module.path, part: module.text.slice(node.start, node.end).replace(/\s+/g, ' ') })
    }
  }
  for (const [node, parent] of walk(module.program)) {
    if (node.type === 'CallExpression' && callsDriver(module, node)) note(list(node, 'arguments').slice(0, 1))
    else if (node.type === 'TemplateLiteral' && readsAsSql(node) && !isArgumentOfDriver(module, node, parent)) {
      note(list(node, 'expressions'))
    } else if (node.type === 'BinaryExpression' && node['operator'] === '+' && readsAsSql(node)) note([node])
  }
  return { statements, parts }
}

function callsDriver(module: Module, call: Node): boolean {
  const callee = child(call, 'callee')
  if (callee.type !== 'MemberExpression' || !DRIVER_CALLS.has(nameOf(callee['property']))) return false
  const object = child(callee, 'object')
  if (nameOf(callee['property']) !== 'exec') return true
  // `/a/.exec(text)` asks nothing of a database.
  const constant = object.type === 'Identifier' ? (module.declared.get(nameOf(object))?.node ?? object) : object
  return !('regex' in constant) && !(constant.type === 'NewExpression' && nameOf(constant['callee']) === 'RegExp')
}

function isArgumentOfDriver(module: Module, node: Node, parent: Node | undefined): boolean {
  return parent?.type === 'CallExpression' && callsDriver(module, parent) && list(parent, 'arguments')[0] === node
}

function readsAsSql(node: Node): boolean {
  return [...walk(node)].some(([one]) => READS_AS_SQL.test(String(textOf(one))))
}

function textOf({ type, value }: Node): unknown {
  if (type === 'TemplateElement') return (value as { readonly raw: string }).raw
  return type === 'Literal' ? value : ''
}

function looseIn(module: Module, node: Node): readonly Node[] {
  const among = (nodes: readonly unknown[]) => nodes.filter(isNode).flatMap((one) => looseIn(module, one))
  switch (node.type) {
    case 'Literal':
      return []
    case 'TemplateLiteral':
      return among(list(node, 'expressions'))
    case 'TaggedTemplateExpression':
      return among(list(child(node, 'quasi'), 'expressions'))
    case 'BinaryExpression':
    case 'LogicalExpression':
      return among([node['left'], node['right']])
    case 'ConditionalExpression':
      return among([node['consequent'], node['alternate']])
    case 'ArrayExpression':
      return among(list(node, 'elements'))
    case 'TSAsExpression':
      return among([node['expression']])
    case 'MemberExpression':
      return looseIn(module, child(node, 'object')).length === 0 ? [] : [node]
    case 'CallExpression':
      return looseInCall(module, node)
    case 'Identifier':
      return isConstant(module, node) ? [] : (madeOf(module, node) ?? [node])
    default:
      return FUNCTIONS.has(node.type) ? [] : [node]
  }
}

/** A list of ours joined, or a function of ours given only what is ours. */
function looseInCall(module: Module, call: Node): readonly Node[] {
  const callee = child(call, 'callee')
  if (callee.type === 'Identifier' && OF_FACTS.test(homeOf(module, nameOf(callee)) ?? '')) return []
  const isOurs =
    callee.type === 'MemberExpression'
      ? looseIn(module, child(callee, 'object')).length === 0
      : isConstant(module, callee)
  const given = list(call, 'arguments').flatMap((one) => looseIn(module, one))
  return isOurs && given.length === 0 ? [] : [call]
}

/** The file in which a name of this file is declared. */
function homeOf(module: Module, name: string): string | undefined {
  return module.declared.has(name) ? module.path : module.imported.get(name)?.path
}

function isConstant(module: Module, name: Node): boolean {
  return homeOf(module, nameOf(name)) !== undefined
}

/** What a `const` of the function around holds, where that is all ours; null for a parameter and anything that is put together. */
function madeOf(module: Module, node: Node): readonly Node[] | null {
  for (let at = module.parentOf(node); at !== undefined; at = module.parentOf(at)) {
    if (!FUNCTIONS.has(at.type)) continue
    if (isElementOfOurs(module, at, nameOf(node))) return []
    const made = childrenIn(child(at, 'body')).find(
      (one) => one.type === 'VariableDeclarator' && nameOf(one['id']) === nameOf(node) && isNode(one['init']),
    )
    if (made === undefined) continue
    const isFixed = module.parentOf(made)?.['kind'] === 'const' && child(made, 'init').type !== 'ArrayExpression'
    return isFixed && looseIn(module, child(made, 'init')).length === 0 ? [] : null
  }
  return null
}

/** `['visits', 'deals'].map((table) => ...)`: what is gone through is ours. */
function isElementOfOurs(module: Module, fn: Node, name: string): boolean {
  const call = module.parentOf(fn)
  const callee = call?.type === 'CallExpression' ? child(call, 'callee') : undefined
  if (callee?.type !== 'MemberExpression' || nameOf(list(fn, 'params')[0]) !== name) return false
  return looseIn(module, child(callee, 'object')).length === 0
}

function childrenIn(node: Node): Node[] {
  return childrenOf(node).flatMap((one) => (FUNCTIONS.has(one.type) ? [] : [one, ...childrenIn(one)]))
}
