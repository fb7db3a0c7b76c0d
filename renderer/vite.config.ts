import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname

/**
 * Puts firstPaint.js before everything else as a classic, blocking script. Vite bundles only modules, which run after the
 * first paint, and the page's policy forbids inline scripts.
 */
function firstPaint(): Plugin {
  const fileName = 'firstPaint.js'
  return {
    name: 'zhenshou-first-paint',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(join(root, fileName), 'utf8') })
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `./${fileName}` }, injectTo: 'head-prepend' }],
  }
}

// Relative addresses: the same files are served at app://zhenshou/ and at http://127.0.0.1:<port>/<token>/.
export default defineConfig({
  root,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [react(), firstPaint()],
  build: {
    target: 'chrome130',
    outDir: join(root, '../out/renderer'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Inlined assets would need data: in more directives of the policy than it allows.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
})
