import type { ChannelName } from './contract.ts'

/**
 * What is answered while nobody is signed in or the screen is locked: set-up, joining, sign-in, the alarms over it, and an intake.
 * Everything else waits for a person, reads too: whoever walks past a locked desk sees nothing of the township.
 */
export const openChannels: ReadonlySet<string> = new Set<ChannelName>([
  'session.current',
  'session.options',
  'session.signIn',
  'session.setPassword',
  'setup.create',
  'join.progress',
  'join.receive',
  'join.import',
  'join.cancel',
  'join.byHub',
  'join.joined',
  'join.claim',
  // The head of the sign-in screen: which township, who is on duty.
  'township.now',
  'alarm.list',
  // Which world the screen shows; and the way out of a drill when a real call comes in.
  'drill.now',
  'drill.leave',
  // F2. Of drafts only intakes are listed, see electron/commands/drafts.ts; every kind is kept, for a lock must lose no word.
  'intake.record',
  'incident.candidates',
  'classification.read',
  'villages.options',
  'draft.save',
  'draft.list',
  'draft.discard',
  // The program around the page.
  'console.opening',
  'console.setLanguage',
  'console.takeNotices',
  'console.takeIntake',
  'console.quit',
  'power.report',
  'store.reopen',
])
