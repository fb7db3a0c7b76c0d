import {
  type BatteryMark,
  followPower,
  MAINS_TOLD,
  markOf,
  type PowerReading,
  type PowerTold,
} from '../../shared/domain/console/power.ts'
import type { PowerState } from '../../shared/ipc/power.ts'
import type { Clock } from '../../shared/protocol/ports.ts'
import type { DeskContext } from '../deskContext.ts'
import { readSetting, writeSetting } from '../store/settings.ts'

export interface PowerWatch {
  state(): PowerState
  /** Looks now: the machine woke up, or was plugged in or out. */
  look(): void
  /** What the page's Battery API says; counts where this machine cannot be read here. */
  report(reading: PowerReading): void
  close(): void
}

interface PowerWatchOptions {
  /** Reads the machine; null where that is not possible, and the page's reports count instead. */
  readonly read: () => PowerReading | null
  readonly timer: Pick<Clock, 'after'>
  /** What is on screen has changed. */
  readonly onChange: () => void
  /** A mark was reached: the person must know also when the window is hidden. */
  readonly onWarning: (mark: BatteryMark, percent: number) => void
}

/** A battery loses one percent in some minutes; plugging in and out should show at once. */
const LOOK_EVERY_MS = 10_000
const TOLD = 'power.told'

/** Follows what the console runs on: state for the screen, `console.powerChanged` for the log, warnings at 30 and 10 %. */
export function createPowerWatch(
  { store }: Pick<DeskContext, 'store'>,
  { read, timer, onChange, onWarning }: PowerWatchOptions,
): PowerWatch {
  let reported: PowerReading | null = null
  let current: PowerReading = { onBattery: false, percent: null }
  // Warned of is not the same as logged: a console that starts on battery warns again, but logs only what is new.
  let warned = MAINS_TOLD
  let cancel = timer.after(0, lookAgain)

  function lookAgain(): void {
    cancel = timer.after(LOOK_EVERY_MS, lookAgain)
    look()
  }

  function look(): void {
    const reading = read() ?? reported
    if (!reading) return
    const before = current
    current = reading
    if (before.onBattery !== reading.onBattery || before.percent !== reading.percent) onChange()
    warn(reading)
    record(reading)
  }

  function warn(reading: PowerReading): void {
    const news = followPower(warned, reading)
    if (!news) return
    warned = news.told
    if (news.warn !== null) onWarning(news.warn, reading.percent ?? news.warn)
  }

  /** What the log could not take (a full disk) is tried again at the next look. */
  function record(reading: PowerReading): void {
    // Before a township is set up there is no log to tell.
    if (store.scope === '') return
    const news = followPower(readTold(), reading)
    if (!news) return
    const { onBattery, percent } = reading
    try {
      const body = percent === null ? { onBattery } : { onBattery, percent }
      store.append([{ kind: 'console.powerChanged', entity: `console:${store.origin}`, body }], { author: null })
      store.writeLocal((db) => writeSetting(db, TOLD, news.told))
    } catch (error) {
      console.error('[power]', error)
    }
  }

  function readTold(): PowerTold {
    return (readSetting(store.db, TOLD) as PowerTold | undefined) ?? MAINS_TOLD
  }

  return {
    state() {
      const { onBattery, percent } = current
      return onBattery ? { source: 'battery', percent, mark: markOf(current) } : { source: 'mains', percent }
    },
    look,
    report(reading) {
      reported = reading
      look()
    },
    close: () => cancel(),
  }
}
