import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../electron/dev/cacheFolder.ts'
import { keyOfRoom } from '../../../../renderer/app/roomKeys.ts'
import { rooms } from '../../../../renderer/app/rooms.ts'
import { EVACUATION_KEYS } from '../../../../renderer/features/evacuation/EvacuationView.tsx'
import { STATE_KEYS } from '../../../../renderer/features/evacuation/model.ts'
import { ACT_KEYS } from '../../../../renderer/features/incidents/model.ts'
import { REPORT_KEYS } from '../../../../renderer/features/reports/ReportPageView.tsx'
import { BOARD_KEYS } from '../../../../renderer/features/response/boardKeys.ts'
import { ACCEPT_KEY, OUTCOME_KEYS } from '../../../../renderer/features/tasks/calling/model.ts'
import {
  CALL_KEY,
  SLIP_KEY,
  STEP_KEYS,
  ACT_KEYS as TASK_KEYS,
  VOID_KEY,
} from '../../../../renderer/features/tasks/model.ts'
import { LANGUAGES } from '../../../../shared/ipc/languages.ts'
import { strictI18n } from '../../renderPage.tsx'
import { type KeyRow, keyRowsOf, readManual } from './readManual.ts'

type KeyMap = Readonly<Record<string, string>>

/** Maps of keys in the code, the page that lists them, and where the words of each act are. */
const MAPS: readonly (readonly [page: string, keys: KeyMap, label: (act: string) => string])[] = [
  ['incidents', ACT_KEYS, (act) => `incidents:act.${act}`],
  ['response', BOARD_KEYS, (act) => `response:act.${act}`],
  ['evacuation', EVACUATION_KEYS, (act) => `evacuation:act.${act}`],
  ['evacuation', STATE_KEYS, (state) => `evacuation:column.${state === 'listed' ? 'should' : state}`],
  ['tasks', STEP_KEYS, (step) => `tasks:step.${step}`],
  ['tasks', TASK_KEYS, (act) => `tasks:act.${act}`],
  ['tasks', { calling: CALL_KEY, slip: SLIP_KEY, voided: VOID_KEY }, (act) => `tasks:act.${act}`],
  ['tasks', OUTCOME_KEYS, (outcome) => `tasks:calling.outcome.${outcome}`],
  ['reports', REPORT_KEYS, (act) => `reports:act.${act}`],
]

/** Keys of every screen, of the browser, of the window and of the ledgers. */
const EVERYWHERE =
  /^(Enter|Esc|Tab|Home|End|PgUp|PgDn|↑|↓|F1|F2|F[45]|(Shift\+)?F[89]|F11|(Ctrl|Shift|Ctrl\+Shift)\+(Enter|C)|Ctrl\+[-+0123]|Alt\+[QL0-9=-])$/

/** Folders whose keys a page may name besides its own. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  incidents: ['reports', 'tasks', 'attachments'],
  response: ['reports', 'evacuation'],
}

describe.each(LANGUAGES)('keys in the manual in %s', (language) => {
  const pages = Object.fromEntries(readManual(language).map(({ page, text }) => [page, keyRowsOf(text)]))
  let texts: Awaited<ReturnType<typeof strictI18n>>
  beforeAll(async () => {
    texts = await strictI18n(language)
  })

  it('has every key of the maps, beside the words of the button', () => {
    const missing = MAPS.flatMap(([page, keys, label]) =>
      Object.entries(keys)
        .map(([act, key]) => ({ page, key: key.toUpperCase(), words: texts.t(label(act)) }))
        .filter(({ key, words }) => !has(pages[page], key, `**${words}**`)),
    )
    expect(missing).toEqual([])
  })

  it('has the key of each room on its page', () => {
    const missing = rooms.filter(({ id }, at) => !has(pages[id], keyOfRoom(at) ?? '', ''))
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('has the keys of all screens on the first page', () => {
    const keys = (pages.start ?? []).flatMap((row) => row.keys)
    expect(keys).toEqual(expect.arrayContaining(['F1', 'F2', 'F8', 'Alt+1', keyOfRoom(rooms.length - 1)]))
  })

  it.each(Object.entries(pages))('%s: names no key that the code does not know', (page, rows) => {
    const known = new Set([page, ...(BESIDES[page] ?? [])].flatMap(keysOfFolder))
    const unknown = rows.flatMap((row) => row.keys).filter((key) => !EVERYWHERE.test(key) && !known.has(key))
    expect(unknown).toEqual([])
  })
})

function has(rows: readonly KeyRow[] = [], key: string, words: string): boolean {
  return rows.some((row) => row.keys.includes(key) && row.words.includes(words))
}

/** One-sign keys of a feature: of the maps, of `useRoomKeys({…})`, and shown on its buttons. */
function keysOfFolder(folder: string): readonly string[] {
  const mapped = MAPS.filter(([page]) => page === folder).flatMap(([, keys]) => Object.values(keys))
  const written = globSync(`renderer/features/${folder}/**/*.tsx`, { cwd: projectRoot }).flatMap((path) => {
    const text = readFileSync(join(projectRoot, path), 'utf8')
    const shown = [...text.matchAll(/hotkey="(.)"/g)].map(([, key = '']) => key)
    const taken = [...text.matchAll(/useRoomKeys\(([\s\S]*?)\n {2}\)/g), ...text.matchAll(/useRoomKeys\((\{.*\})\)/g)]
    return [...shown, ...taken.flatMap(([, body = '']) => [...body.matchAll(/\b([a-z]):/g)].map(([, key = '']) => key))]
  })
  // Lists are opened by their numbers.
  const numbered = folder === 'situation' || folder === 'incidents' ? ['1', '5', '9'] : []
  return [...mapped, ...written, ...numbered, ACCEPT_KEY].map((key) => key.toUpperCase())
}
