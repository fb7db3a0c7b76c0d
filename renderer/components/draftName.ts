/**
 * Name of the draft of what is typed about something: small letters and digits, at most 40. The random end of its id tells it from
 * others.
 * @param what at most nine letters; each form that can be open about the same thing has its own
 */
export function draftName(what: string, about: string): string {
  const plain = about.toLowerCase().replace(/[^a-z0-9]/g, '0')
  return `${what.toLowerCase()}0${plain.slice(-30)}`.padEnd(8, '0')
}
