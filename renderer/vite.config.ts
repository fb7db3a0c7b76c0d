import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = import.meta.dirname

// Relative addresses: the same files are served at app://zhenshou/ and at http://127.0.0.1:<port>/<token>/.
export default defineConfig({
  root,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [react()],
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
