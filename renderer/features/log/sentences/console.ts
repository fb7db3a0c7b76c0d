import { formatBeijing } from '../../../components/BeijingTime.tsx'
import type { SentencesOf } from './sentence.ts'

export const consoleSentences: SentencesOf<'console'> = {
  'console.epochStarted': ({ reason }, { t }) => ({ why: t(`sentences:word.epoch.${reason}`) }),
  'console.started': ({ version, lastSeen }) => ({
    version,
    ...(lastSeen === undefined ? {} : { context: 'interrupted', at: formatBeijing(lastSeen) }),
  }),
  'console.stopped': () => ({}),
  'console.powerChanged': ({ onBattery, percent }) => ({
    percent: percent ?? '',
    context: `${onBattery ? 'battery' : 'mains'}${percent === undefined ? 'Unknown' : ''}`,
  }),
  'console.registered': ({ letter, name }) => ({ letter, name }),
  'console.invited': ({ letter }) => ({ letter }),
  'console.signedIn': ({ person }) => ({ person: person.name }),
  'console.signedOut': ({ person }) => ({ person: person.name }),
  'console.signInBlocked': ({ person, failures }) => ({ person: person.name, failures }),
  'console.codeIssued': ({ person }) => ({ person: person.name }),
  'console.passwordSet': ({ person, by }, { t }) => ({ person: person.name, by: t(`sentences:word.proof.${by}`) }),
  'console.backupRestored': ({ backupAt, reason }) => ({ at: formatBeijing(backupAt), reason }),
  'console.recoverySheetIssued': ({ first }) => (first ? { context: 'first' } : {}),
}
