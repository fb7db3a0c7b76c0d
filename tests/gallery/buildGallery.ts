import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'

/** Builds the gallery and gives its folder. */
export async function buildGallery(): Promise<string> {
  const outDir = join(projectRoot, '.cache/gallery')
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { target: 'chrome130', outDir, emptyOutDir: true, minify: false, chunkSizeWarningLimit: 8000 },
  })
  return outDir
}
