import type { LinkSettings } from '../../shared/ipc/links.ts'

/** A broadband link that costs nothing, with what a test says otherwise. */
export function linkOf(change: Partial<LinkSettings> = {}): LinkSettings {
  return {
    id: 'broadband',
    kind: 'broadband',
    name: '',
    url: 'http://hub.example:8970',
    card: null,
    bitRate: 10_000_000,
    billing: 'free',
    budgetBytes: null,
    laneFloor: 2,
    mode: 'auto',
    ...change,
  }
}
