import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname

/** Worker threads are entries of their own: out/main/workers/<name>.cjs (see findWorker.ts). */
const workers = Object.fromEntries(
  globSync('**/*.worker.ts', { cwd: root }).map((file) => [
    `workers/${basename(file, '.worker.ts')}`,
    join(root, file),
  ]),
)

/**
 * What main imports dynamically it must not load at once. The bundler puts its own few helpers into the largest chunk and makes
 * every entry load that one first, uselessly: 20 ms before the window. main itself uses none of them.
 */
function loadLater(): Plugin {
  return {
    name: 'zhenshou-load-later',
    generateBundle(_options, bundle) {
      const main = bundle['main.cjs']
      if (main?.type === 'chunk') main.code = main.code.replace(/^require\("\.\/[^"]+"\);\n/gm, '')
    },
  }
}

// CommonJS, because a dynamic import of the main file would come too late for registerSchemesAsPrivileged. Everything but
// native modules is bundled: the package holds no node_modules but better-sqlite3, and it starts faster.
export default defineConfig({
  root,
  logLevel: 'warn',
  publicDir: false,
  plugins: [loadLater()],
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'serialport'] },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: join(root, '../out/main'),
    emptyOutDir: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { main: join(root, 'main.ts'), ...workers },
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
})
