import type { Desk } from '../../electron/desk.ts'
import type { ArgsOf, ResultOf } from '../../shared/ipc/contract.ts'
import { ask } from './ask.ts'

type Intake = ArgsOf<'intake.record'>

/** A landslide somebody reported; what is given replaces its parts. */
export function makeIntake(draft: string, more: Partial<Intake['call']> = {}, into?: Intake['into']): Intake {
  return {
    draft,
    call: {
      reportedAt: 1_784_000_000_000,
      source: { key: 'villageCadre', name: '村干部' },
      type: { key: 'landslide', name: '山体滑坡' },
      level: 'undetermined',
      place: '二组后山',
      description: '后山滑坡，埋了一栋房',
      figures: {},
      ...more,
    },
    into: into ?? { kind: 'open', title: '李家湾村后山山体滑坡' },
  }
}

/** Records it at the desk as the page would. */
export function record(desk: Desk, ...intake: Parameters<typeof makeIntake>): ResultOf<'intake.record'> {
  return ask(desk, 'intake.record', makeIntake(...intake))
}

/** The incident with its tips, as the page has it on screen. */
export function look(desk: Desk, id: string): NonNullable<ResultOf<'incident.detail'>> {
  const detail = ask(desk, 'incident.detail', { id })
  if (!detail) throw new Error(`no incident ${id}`)
  return detail
}

/** What an act on the incident begins with. */
export function on(desk: Desk, id: string): { readonly id: string; readonly base: string[] } {
  return { id, base: [...look(desk, id).incident.tips] }
}
