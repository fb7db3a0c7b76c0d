import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = import.meta.dirname

// A sandboxed preload script may require nothing but electron: one file, everything in it.
export default defineConfig({
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'chrome130',
    outDir: join(root, '../../out/preload'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { preload: join(root, 'preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
})
