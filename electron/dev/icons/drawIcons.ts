// Draws resources/icons anew: `node electron/dev/icons/drawIcons.ts`. The files are checked in, so that nothing has to be
// drawn at a build; a test compares them with what this draws.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '../cacheFolder.ts'
import { drawPixels, encodeIco, encodePng } from './picture.ts'
import { appIcon, type Layer, trayAlarmIcon, trayIcon, trayTemplate } from './shapes.ts'

export interface IconFile {
  /** Below resources/icons. */
  readonly name: string
  readonly layers: readonly Layer[]
  /** One for a PNG; an ICO holds several. */
  readonly edges: readonly number[]
}

const LINUX_EDGES = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS_EDGES = [16, 20, 24, 32, 40, 48, 64, 256]
const WINDOWS_TRAY_EDGES = [16, 20, 24, 32, 48]

export const ICON_FILES: readonly IconFile[] = [
  { name: 'icon.png', layers: appIcon, edges: [1024] },
  { name: 'icon.ico', layers: appIcon, edges: WINDOWS_EDGES },
  ...LINUX_EDGES.map((edge) => ({ name: `linux/${edge}x${edge}.png`, layers: appIcon, edges: [edge] })),
  { name: 'tray.png', layers: trayIcon, edges: [24] },
  { name: 'tray@2x.png', layers: trayIcon, edges: [48] },
  { name: 'tray.ico', layers: trayIcon, edges: WINDOWS_TRAY_EDGES },
  { name: 'trayAlarm.png', layers: trayAlarmIcon, edges: [24] },
  { name: 'trayAlarm@2x.png', layers: trayAlarmIcon, edges: [48] },
  { name: 'trayAlarm.ico', layers: trayAlarmIcon, edges: WINDOWS_TRAY_EDGES },
  { name: 'trayTemplate.png', layers: trayTemplate, edges: [18] },
  { name: 'trayTemplate@2x.png', layers: trayTemplate, edges: [36] },
]

export const iconFolder = join(projectRoot, 'resources/icons')

export function drawIcon({ name, layers, edges }: IconFile): Buffer {
  const pictures = edges.map((edge) => ({ edge, png: encodePng(drawPixels(layers, edge), edge) }))
  return name.endsWith('.ico') ? encodeIco(pictures) : Buffer.concat(pictures.map(({ png }) => png))
}

if (import.meta.main) {
  for (const icon of ICON_FILES) {
    const path = join(iconFolder, icon.name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, drawIcon(icon))
  }
}
