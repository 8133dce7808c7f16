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

// `base: './'` because the same files are served from http://127.0.0.1 and from app://. The carrier replaces __NONCE__ with a
// fresh nonce at every load.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  html: { cspNonce: '__NONCE__' },
  plugins: [react(), nonceForEveryStyle()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
})
