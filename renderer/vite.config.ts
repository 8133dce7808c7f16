import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const ASKS_FOR_NONCE = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }'

/**
 * Two of Ant Design's helpers (scroll bar measure, scroll lock of a modal) write a style without the nonce that ConfigProvider
 * was given, which our CSP refuses. Here it becomes the page's own nonce. The build stops when the place has moved.
 */
function nonceForEveryStyle(): Plugin {
  return {
    name: 'nonce-for-every-style',
    transform: {
      filter: { id: /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/ },
      handler(code) {
        if (!code.includes(ASKS_FOR_NONCE)) throw new Error('@rc-component/util no longer sets the nonce where it did')
        const own = `document.querySelector('meta[name="csp-nonce"]')?.content`
        return { code: code.replace(ASKS_FOR_NONCE, `styleNode.nonce = csp?.nonce ?? ${own} ?? '';`), map: null }
      },
    },
  }
}

/** Ant Design's parts that no screen uses, by folder and by the class their styles begin with. */
const UNUSED: Readonly<Record<string, string>> = {
  affix: 'affix',
  anchor: 'anchor',
  avatar: 'avatar',
  'back-top': 'back-top',
  breadcrumb: 'breadcrumb',
  card: 'card',
  carousel: 'carousel',
  cascader: 'cascader',
  divider: 'divider',
  'float-button': 'float-btn',
  image: 'image',
  list: 'list',
  listy: 'listy',
  masonry: 'masonry',
  mentions: 'mentions',
  'qr-code': 'qrcode',
  rate: 'rate',
  splitter: 'splitter',
  statistic: 'statistic',
  tabs: 'tabs',
  timeline: 'timeline',
  tour: 'tour',
  transfer: 'transfer',
  typography: 'typography',
}
/** In the program as parts of others (a drop-down's list, a table's filter), which have styles of their own. */
const UNSEEN: Readonly<Record<string, string>> = { Menu: 'menu', Tree: 'tree', ColorPicker: 'color-picker' }
const SEES_UNSEEN = new RegExp(`\\b(?:${Object.keys(UNSEEN).join('|')})\\b[^}]*\\} from 'antd'`)

/** Ant Design's styles come as one file for all it has; what no screen uses is left out. Stops when a screen uses some of it. */
function stylesInUse(): Plugin {
  const unused = new RegExp(`\\.ant-(?:${[...Object.values(UNUSED), ...Object.values(UNSEEN)].join('|')})(?![a-z])`)
  const isUnused = (selector: string) => unused.test(selector) && !/:(?:not|is|where|has)\(/.test(selector)
  const trimmed = (css: string) =>
    css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) => (selectors.split(',').every(isUnused) ? '' : rule))
  return {
    name: 'styles-in-use',
    enforce: 'pre',
    transform: {
      filter: { id: /\/renderer\/.*\.tsx$/, code: SEES_UNSEEN },
      handler(_code, id) {
        throw new Error(`${id} uses a part of Ant Design of which the styles are left out`)
      },
    },
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'asset') {
          if (output.fileName.endsWith('.css')) output.source = trimmed(String(output.source))
          continue
        }
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const folder = /\/antd\/es\/([a-z-]+)\/(?!style)/.exec(id)?.[1] ?? ''
          if (renderedLength > 0 && UNUSED[folder] !== undefined)
            throw new Error(`${folder} of Ant Design is in use, its styles are left out`)
        }
      }
    },
  }
}

// `base: './'` because the same files are served from http://127.0.0.1 and from app://. The carrier replaces __NONCE__ with a
// fresh nonce at every load.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  html: { cspNonce: '__NONCE__' },
  plugins: [react(), nonceForEveryStyle(), stylesInUse()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
})
