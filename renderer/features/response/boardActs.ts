import type { Handover, HelpRequest } from '../../../shared/domain/response/response.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { OutageLine } from '../../../shared/ipc/outages.ts'
import type { CardOnBoard, ResponseBoard } from '../../../shared/ipc/response.ts'
import type { BoardAct } from './boardKeys.ts'
import type { ForceLine, StepLine } from './model.ts'

/** What the board asks about just now. */
export type Under =
  | { readonly act: BoardAct }
  | { readonly step: StepLine; readonly state: 'done' | 'notApplicable' | 'open' }
  | { readonly issue: StepLine }
  | { readonly eta: ForceLine }
  | { readonly handover: Handover }
  | { readonly help: HelpRequest }
  | { readonly review: CardOnBoard }
  | { readonly putAway: CardOnBoard }
  | { readonly outage: OutageLine }

export interface BoardDialogProps {
  readonly under: Under
  readonly board: ResponseBoard
  readonly incident: IncidentRef
  readonly now: number
  onDone(): void
}

/** What an act of the board names: which, and the versions on screen. */
export function targetOf({ board, incident }: Pick<BoardDialogProps, 'board' | 'incident'>) {
  return { incident: incident.id, base: [...(board.response?.tips ?? [])] }
}

/** Runs an act and closes once the log has it. */
export async function settle(running: Promise<{ readonly ok: boolean }>, onDone: () => void): Promise<void> {
  if ((await running).ok) onDone()
}
