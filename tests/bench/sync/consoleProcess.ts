// A console as a process of its own, driven by the bench through messages: store, link and sockets are the product's.
import { writeFileSync } from 'node:fs'
import type { AnyDraft } from '../../../electron/store/writer.ts'
import type { LinkSettings } from '../../../shared/ipc/links.ts'
import type { Lane } from '../../../shared/protocol/lanes.ts'
import { type LinkedConsole, openLinkedConsole } from '../../support/linkedConsole.ts'
import { mixedDrafts } from '../store/mixedEvents.ts'

export interface Opening {
  readonly folder: string
  readonly division: string
  readonly links: readonly LinkSettings[]
}

/** What a console can be told, and what it answers. */
export interface ConsoleActs {
  open(opening: Opening): null
  /** Writes so many events of a busy week before anything is sent. */
  writeMixed(count: number): null
  /** The newest events, as JSON documents of a file, one a line. */
  writeDocuments(to: { readonly file: string; readonly count: number }): null
  /** Writes log entries, one transaction each. @returns when each was written, ms of `Date.now()`. */
  writeLog(texts: readonly string[]): readonly number[]
  /** Writes a county-bound flash record (lane 0). @returns ms of `Date.now()`. */
  writeFlash(text: string): number
  enrol(code: string): Promise<null>
  start(): null
  stop(): null
  /** Waits until the hub confirmed everything. @returns ms of `Date.now()`. */
  untilSent(): Promise<number>
  /** Waits until the hub confirmed everything of a lane. @returns ms of `Date.now()`. */
  untilLaneSent(lane: Lane): Promise<number>
  /** Waits until nothing more is on its way back: a checkpoint may still be countersigned. */
  untilQuiet(): Promise<number>
  /** Waits until the hub has answered over any link. @returns ms of `Date.now()`. */
  untilOnline(): Promise<number>
  /** Waits until a link carries lane 0, or until it is connected at all. */
  untilCarries(link: string): Promise<number>
  untilUp(link: string): Promise<number>
  untilDown(link: string): Promise<number>
  /** Waits until so many events of others are held. @returns ms of `Date.now()`. */
  untilHeld(count: number): Promise<number>
  held(): number
}

export type ConsoleAct = keyof ConsoleActs

const AUTHOR = { author: { person: 'person-0123456789abcdef', name: '王建国', role: 'dutyOfficer' } }
const PER_TRANSACTION = 200
let opened: LinkedConsole | null = null

function here(): LinkedConsole {
  if (!opened) throw new Error('not open')
  return opened
}

const digits = (index: number): string =>
  index
    .toString(32)
    .replaceAll(/[ilou]/g, 'z')
    .padStart(16, '0')
let written = 0

function append(draft: AnyDraft): number {
  here().store.append([draft], AUTHOR)
  return Date.now()
}

/** A task on which lives hang: lane 0. */
function flashDraft(title: string, index: number): AnyDraft {
  return {
    kind: 'task.issued',
    entity: `task-${digits(index * 7_919)}`,
    body: {
      no: `0714-A${index}`,
      title,
      detail: '',
      to: { kind: 'team', id: 'team-0123456789abcdef', name: '民兵应急排' },
      at: Date.now(),
      means: 'phone',
      dueAt: null,
      urgency: 'life-safety',
    },
  }
}

async function until(done: () => boolean): Promise<number> {
  while (!done()) await new Promise((next) => setTimeout(next, 2))
  return Date.now()
}

const linkNow = (id: string) =>
  here()
    .link.links()
    .links.find(({ settings }) => settings.id === id)

const count = (): number =>
  here().store.db.prepare<[], { count: number }>('SELECT max(id) AS count FROM event').get()?.count ?? 0

const acts: { readonly [Act in ConsoleAct]: (arg: never) => unknown } = {
  open(opening: Opening) {
    opened = openLinkedConsole(opening)
    return null
  },
  writeMixed(total: number) {
    const drafts = mixedDrafts(total)
    for (let at = 0; at < drafts.length; at += PER_TRANSACTION)
      here().store.append(drafts.slice(at, at + PER_TRANSACTION), AUTHOR)
    return null
  },
  writeDocuments({ file, count }: { readonly file: string; readonly count: number }) {
    const rows = here().store.db.prepare<[number], { bytes: Uint8Array }>(
      'SELECT bytes FROM event ORDER BY id DESC LIMIT ?',
    )
    const lines = rows
      .all(count)
      .toReversed()
      .map(({ bytes }, index) => {
        const event = Buffer.from(bytes).toString('utf8')
        return `{"_id":"${String(index).padStart(8, '0')}","event":${event}}`
      })
    writeFileSync(file, lines.join('\n'))
    return null
  },
  writeLog: (texts: readonly string[]) =>
    texts.map((text) => {
      written += 1
      const at = Math.floor(Date.now() / 60_000) * 60_000
      return append({ kind: 'log.entered', entity: `log-${digits(written * 7_919)}`, body: { at, text } })
    }),
  writeFlash(text: string) {
    written += 1
    return append(flashDraft(text, written))
  },
  async enrol(code: string) {
    await here().enrol(code)
    return null
  },
  start() {
    here().link.start()
    return null
  },
  stop() {
    here().link.stop()
    return null
  },
  untilSent: () => until(() => here().waiting() === 0),
  untilLaneSent: (lane: Lane) => until(() => here().waitingIn(lane) === 0),
  untilQuiet: () => until(() => here().isWitnessed()),
  untilOnline: () => until(() => here().link.state().state === 'online'),
  untilCarries: (link: string) => until(() => linkNow(link)?.carries.includes(0) ?? false),
  untilUp: (link: string) => until(() => linkNow(link)?.state === 'up'),
  untilDown: (link: string) => until(() => linkNow(link)?.state === 'down'),
  untilHeld: (total: number) => until(() => count() >= total),
  held: () => count(),
}

process.on('message', ({ id, act, arg }: { id: number; act: ConsoleAct; arg: unknown }) => {
  Promise.resolve()
    .then(() => acts[act](arg as never))
    .then(
      (value) => process.send?.({ id, value }),
      (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
    )
})
process.once('disconnect', () => process.exit(0))
process.send?.({ id: 0, value: null })
