import type { Alarm } from '../../shared/ipc/alarms.ts'
import type { Clock } from '../../shared/protocol/ports.ts'
import type { DeskContext } from '../deskContext.ts'
import { readHeard } from '../store/repositories/alarmsHeard.ts'
import { heardId } from './clock.ts'
import { type Evaluation, evaluateClocks } from './evaluate.ts'
import { readClocks } from './readClocks.ts'

/** What the alarms ask of whoever hosts the desk. Each is called only when it changes. */
export interface AlarmHost {
  /** An alarm sounds, or the last one was heard: bring the window forward, notify, keep the screen on. */
  onAlarmActive?(active: boolean): void
  /** A clock runs, or the last one stopped: hold off sleep meanwhile. */
  onClockRunning?(running: boolean): void
}

export interface Alarms {
  /** What needs attention at this moment, in the world this console is in. */
  read(): Evaluation
  /** During a drill: the real alarms that sound. They go on, whatever is practised. */
  soundingReal(): readonly Alarm[]
  /** Looks at the clocks again: after the computer slept, after its clock was set. */
  wake(): void
  close(): void
}

/**
 * A timer does not run while the computer sleeps, and wall clocks get set: while a clock runs nobody waits longer than this for
 * the next look.
 */
const LOOK_AT_LEAST_MS = 30_000
/** Many changes in a row (a catch-up with the county) are looked at once, and never on the path of the act that made them. */
const SETTLE_MS = 100

/** Aggregates that clocks hang on. */
const WATCHED = ['task', 'order', 'report', 'response', 'incident', 'call', 'drill']

/** Watches the clocks of one desk. `onTurn` is called when what needs attention has changed. */
export function createAlarms(
  context: Pick<DeskContext, 'store' | 'drill' | 'now' | 'clockRules' | 'reportData'>,
  timer: Pick<Clock, 'after' | 'monotonic'>,
  host: AlarmHost,
  onTurn: () => void,
): Alarms {
  const { store, drill, now, clockRules, reportData } = context
  let shown = '[[],[]]'
  let active = false
  let running = false
  let next = { at: Number.POSITIVE_INFINITY, cancel: () => {} }
  const endChanges = store.onChange(({ aggregates }) => {
    if (WATCHED.some((name) => aggregates.has(name))) soon(SETTLE_MS)
  })

  function evaluate({ db }: Pick<DeskContext['store'], 'db'>): Evaluation {
    const clocks = readClocks(db, store.origin, clockRules, reportData.isCounted, now())
    const ids = clocks.flatMap(({ id }) => [heardId(id, 'amber'), heardId(id, 'red')])
    return evaluateClocks(clocks, readHeard(db, ids), now())
  }

  const read = () => evaluate(store)
  const readReal = () => (drill.world === 'drill' ? evaluate(drill.real) : null)

  function look(): void {
    next = { at: Number.POSITIVE_INFINITY, cancel: () => {} }
    const evaluation = read()
    const real = readReal()
    tell(evaluation, real)
    const nextAt = Math.min(evaluation.nextAt ?? Number.POSITIVE_INFINITY, real?.nextAt ?? Number.POSITIVE_INFINITY)
    if (Number.isFinite(nextAt)) soon(Math.min(Math.max(nextAt - now(), 0), LOOK_AT_LEAST_MS))
    else if (evaluation.running || real?.running) soon(LOOK_AT_LEAST_MS)
  }

  function tell(own: Evaluation, real: Evaluation | null): void {
    const signature = JSON.stringify([own.alarms, soundingOf(real)])
    const evaluation = {
      sounding: own.sounding + (real?.sounding ?? 0),
      running: own.running || (real?.running ?? false),
    }
    if (signature !== shown) {
      shown = signature
      onTurn()
    }
    if (active !== evaluation.sounding > 0) {
      active = evaluation.sounding > 0
      host.onAlarmActive?.(active)
    }
    if (running !== evaluation.running) {
      running = evaluation.running
      host.onClockRunning?.(running)
    }
  }

  /** An earlier look stands: a stream of changes must not put it off again and again. */
  function soon(ms: number): void {
    const at = timer.monotonic() + ms
    if (at >= next.at) return
    next.cancel()
    next = { at, cancel: timer.after(ms, look) }
  }

  soon(0)
  return {
    read,
    soundingReal: () => soundingOf(readReal()),
    wake: () => soon(0),
    close() {
      endChanges()
      next.cancel()
    },
  }
}

function soundingOf(evaluation: Evaluation | null): readonly Alarm[] {
  return (evaluation?.alarms ?? []).filter(({ sounding }) => sounding)
}
