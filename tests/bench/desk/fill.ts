import { createDesk, type Desk } from '../../../electron/desk.ts'
import type { AnyDraft } from '../../../electron/store/writer.ts'
import { waitFor } from '../../support/waitFor.ts'

export const DIVISION = '360998103'
export const PASSWORD = 'bench-password'
const TOWNSHIP = { name: '青石岭镇', division: DIVISION, organisation: 'town' as const, county: '云溪县' }
const VILLAGES = ['李家湾村', '上坪村', '下坪村', '枫树坳村', '石门村', '桥头村']
const WORDS = ['滑坡', '山洪', '停电', '道路中断', '森林火情', '溺水', '危房', '水位上涨', '燃气泄漏', '巡查正常']
const ACTS = ['已通知村干部到场核实', '已转移群众', '正在组织抢通', '等待县里回复', '与带班领导通话', '现场拉起警戒线']
const BATCH = 500

/** Words the search is asked for: two characters each, in many records. */
export const SEARCHES = [
  '滑坡',
  '山洪',
  '停电',
  '火情',
  '溺水',
  '危房',
  '水位',
  '燃气',
  '巡查',
  '李家湾',
  '枫树坳',
  '警戒线',
]

/** A desk with the sample township, its administrator signed in. */
export async function openFilledDesk(folder: string, letter: string, events: number): Promise<Desk> {
  const desk = createDesk({ dataFolder: folder })
  await desk.handlers['setup.create']({
    township: TOWNSHIP,
    villages: VILLAGES,
    administrator: { name: '刘建军', post: '应急办主任', phone: '', password: PASSWORD, alsoOnDuty: true },
    console: { letter, name: `值班室${letter}` },
  })
  fillLog(desk, letter, events)
  return desk
}

/** Adds records to a folder that {@link openFilledDesk} made. */
export async function fillMore(folder: string, letter: string, events: number): Promise<void> {
  const desk = createDesk({ dataFolder: folder })
  const [person] = await desk.handlers['session.options'](null)
  if (person) await desk.handlers['session.signIn']({ person: person.id, password: PASSWORD })
  fillLog(desk, letter, events)
  await waitUntilSent(desk)
  await desk.close()
}

/** Waits until the hub holds every record of this console. */
export async function waitUntilSent(desk: Desk): Promise<void> {
  await waitFor(
    () => desk.link.state(),
    ({ state, pending }) => state === 'online' && pending.every((count) => count === 0),
    300_000,
  )
}

/** Records of a busy year, in large transactions: writing them is not what is measured. */
function fillLog({ context }: Desk, letter: string, events: number): void {
  const author = context.session.author()
  for (let written = 0; written < events; written += BATCH) {
    const drafts = Array.from({ length: Math.min(BATCH, events - written) }, (_, i) => draftOf(letter, written + i))
    context.store.append(drafts, { author })
  }
}

function draftOf(letter: string, index: number): AnyDraft {
  const pick = (list: readonly string[], step: number) => list[Math.floor(index / step) % list.length] ?? ''
  const text = `${pick(VILLAGES, 1)}第${index % 37}组${pick(WORDS, 7)}，${pick(ACTS, 3)}，编号${index}`
  const at = Date.UTC(2026, 0, 1) + index * 300_000
  return { kind: 'log.entered', entity: `log-bench${letter}${index}`, body: { at, text }, base: [] }
}
