import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Where Linux desktops look for what starts with them (Desktop Application Autostart Specification). */
export function autostartPath(env: NodeJS.ProcessEnv = process.env): string {
  // The specification: a relative path counts as none.
  const config = env.XDG_CONFIG_HOME?.startsWith('/') ? env.XDG_CONFIG_HOME : join(homedir(), '.config')
  return join(config, 'autostart', 'zhenshou.desktop')
}

/**
 * An argument of an Exec line: quoted, with the four characters escaped that mean something inside quotes, a percent sign doubled,
 * and every backslash doubled once more because the line is a string value too (Desktop Entry Specification, The Exec key).
 */
export function quoteExec(argument: string): string {
  const quoted = `"${argument.replace(/["`$\\]/g, '\\$&')}"`
  return quoted.replaceAll('\\', '\\\\').replaceAll('%', '%%')
}

export function desktopEntry(command: readonly string[], icon: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=镇守',
    'Name[en]=Zhenshou',
    `Exec=${command.map(quoteExec).join(' ')}`,
    `Icon=${icon}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

export function isAutostartFile(path: string): boolean {
  // A desktop's own settings switch an entry off by a line in it.
  return existsSync(path) && !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(readFileSync(path, 'utf8'))
}

export function setAutostartFile(path: string, entry: string | null): void {
  if (entry === null) {
    rmSync(path, { force: true })
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, entry)
}
