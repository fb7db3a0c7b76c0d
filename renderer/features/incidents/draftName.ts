/**
 * Name of the draft of what is typed about an incident: small letters and digits, at most 40. The random end of the id tells it from
 * others.
 */
export function draftName(what: 'correct' | 'help' | 'note', incident: string): string {
  const plain = incident.toLowerCase().replace(/[^a-z0-9]/g, '0')
  return `${what}0${plain.slice(-30)}`.padEnd(8, '0')
}
