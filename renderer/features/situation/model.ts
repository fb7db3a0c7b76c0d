import { LIFE_FIELDS } from '../../../shared/domain/incident/figures.ts'
import { openHelp } from '../../../shared/domain/response/readResponse.ts'
import type { FigureSummary } from '../../../shared/ipc/incidents.ts'
import type { SituationIncident } from '../../../shared/ipc/situation.ts'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'

/** Figures everybody asks for first; the others follow when somebody spoke of them. */
const FIRST = [...LIFE_FIELDS, 'injured', 'evacuated'] as const
const MOST_FIGURES = 8

/** The figures on the head's screen: those that mean lives always, unsaid ones too; never more than fit. */
export function figuresShown(figures: readonly FigureSummary[]): readonly FigureSummary[] {
  const first = FIRST.map((field) => figures.find((one) => one.field === field) ?? { field, official: null, said: [] })
  const rest = figures.filter(({ field }) => !FIRST.some((one) => one === field))
  return [...first, ...rest].slice(0, MOST_FIGURES)
}

/** Whether what was said of a figure differs, with nothing official to decide it. */
export function isContested({ official, said }: FigureSummary): boolean {
  return official === null && said.length > 1
}

/** Tasks somebody is still expected to do. */
export function openTasks(tasks: readonly TaskRow[]): readonly TaskRow[] {
  return tasks.filter(({ open, voided }) => open && !voided)
}

/** What help is waited for: asked of others, and what callers asked of us. */
export function helpWanted({ board, asked }: Pick<SituationIncident, 'board' | 'asked'>) {
  return { requests: board.response ? openHelp(board.response.state) : [], asked }
}
