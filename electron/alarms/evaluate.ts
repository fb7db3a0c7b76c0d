import type { Alarm } from '../../shared/ipc/alarms.ts'
import { type AlarmStage, type DutyClock, heardId } from './clock.ts'

/** What the clocks say at one moment. */
export interface Evaluation {
  /** What needs attention: sounding ones first, then those whose time came first. */
  readonly alarms: readonly Alarm[]
  readonly sounding: number
  /** A clock runs: the computer must not go to sleep. */
  readonly running: boolean
  /** When this changes by itself, ms; null when only an act can change it. */
  readonly nextAt: number | null
}

/**
 * Clock → alarm, a pure function of the clocks, of what was heard, and of now:
 *
 *   quiet ─ amberAt ─▶ amber ─ dueAt ─▶ red ─ done ─▶ missed, silent, asks why ─ explained ─▶ gone
 *                        └─ done ─▶ gone  └─ explained ─▶ red, silent ─ done ─▶ gone
 *
 * @param heard ids with their stage ({@link heardId}): each stage sounds until somebody has heard it.
 */
export function evaluateClocks(clocks: readonly DutyClock[], heard: ReadonlySet<string>, now: number): Evaluation {
  const alarms = clocks.flatMap((clock) => alarmOf(clock, heard, now) ?? [])
  const turns = clocks
    .filter(({ stoppedAt }) => stoppedAt === null)
    .flatMap(({ amberAt, dueAt }) => [amberAt, dueAt + 1])
  const coming = turns.filter((at): at is number => at !== null && at > now)
  return {
    alarms: alarms.toSorted(
      (a, b) => Number(b.sounding) - Number(a.sounding) || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1),
    ),
    sounding: alarms.filter(({ sounding }) => sounding).length,
    running: clocks.some(({ stoppedAt }) => stoppedAt === null),
    nextAt: coming.length > 0 ? Math.min(...coming) : null,
  }
}

function alarmOf(clock: DutyClock, heard: ReadonlySet<string>, now: number): Alarm | null {
  const { amberAt: _amberAt, explained, heard: heardAnywhere, ...shown } = clock
  const stage = stageOf(clock, now)
  if (stage === null) return null
  const runs = clock.stoppedAt === null
  const wasHeard = heardAnywhere.includes(stage) || heard.has(heardId(clock.id, stage))
  return {
    ...shown,
    stage,
    sounding: runs && !explained && !wasHeard,
    wantsReason: stage === 'red' && !explained,
  }
}

function stageOf({ amberAt, dueAt, stoppedAt, explained }: DutyClock, now: number): AlarmStage | null {
  if (stoppedAt !== null) return stoppedAt > dueAt && !explained ? 'red' : null
  if (now > dueAt) return 'red'
  return amberAt !== null && now >= amberAt ? 'amber' : null
}
