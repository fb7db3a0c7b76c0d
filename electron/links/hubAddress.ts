import { CommandError } from '../commands/commandError.ts'

/** `hub.example:8970` or a full address; http unless it says https. @throws {CommandError} sync.badAddress */
export function normalizeAddress(typed: string): string {
  // As an input method for Chinese writes it: 10。0。0。8：8970.
  const text = typed
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll(/\s*([.:/])\s*/g, '$1')
    .trim()
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`)
  if (!url || url.hostname === '' || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new CommandError('sync.badAddress', { address: typed.trim() })
  }
  return url.origin
}
