export type PageTable = {
  readonly title: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type PersonPage = {
  readonly language: 'zh' | 'en'
  readonly title: string
  /** Whose showroom it comes from, and when. */
  readonly note: string
  readonly nothing: string
  readonly tables: readonly PageTable[]
}

const STYLE = `
body { font: 15px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; color: #1f1f1f; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
h1 { font-size: 1.5rem; margin-bottom: 0 }
h2 { font-size: 1.1rem; margin: 1.8rem 0 .4rem }
.note, .nothing { color: #595959 }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #d9d9d9; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: break-word }
th { background: #f5f5f5; font-weight: 600 }
@media print { body { margin: 0; max-width: none } }`

/** A page that any browser shows without a network and without running anything; whatever is in it is text. */
export function personPage({ language, title, note, nothing, tables }: PersonPage): string {
  const body = tables.map((table) => section(table, nothing)).join('\n')
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="note">${escaped(note)}</p>
${body}
</body>
</html>
`
}

function section({ title, headers, rows }: PageTable, nothing: string): string {
  const head = `<h2>${escaped(title)}</h2>`
  if (rows.length === 0) return `${head}\n<p class="nothing">${escaped(nothing)}</p>`
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`
  return `${head}
<div class="wide"><table>
<thead>${cells('th', headers)}</thead>
<tbody>
${rows.map((row) => cells('td', row)).join('\n')}
</tbody>
</table></div>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
