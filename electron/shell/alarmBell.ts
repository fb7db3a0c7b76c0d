import type { AlarmList } from '../../shared/ipc/alarms.ts'
import type { Texts } from './texts.ts'

interface AlarmBellOptions {
  /** The alarms as the page would be told them; null while the desk cannot answer. */
  readonly read: () => Promise<AlarmList | null>
  /** Brings the window into sight and says what sounds. */
  readonly raise: (title: string, body: string) => void
  readonly texts: () => Texts
}

/**
 * Tells of alarms outside the window: each once when it begins to sound, however many sound already. The sound itself is the
 * page's; it goes on in the tray.
 */
export function createAlarmBell({ read, raise, texts }: AlarmBellOptions): { look(): Promise<void> } {
  let told: ReadonlySet<string> = new Set()
  return {
    async look() {
      const list = await read()
      if (!list) return
      const sounding = [...list.real, ...list.alarms].filter((alarm) => alarm.sounding)
      const fresh = sounding.filter(({ id, stage }) => !told.has(`${id} ${stage}`))
      told = new Set(sounding.map(({ id, stage }) => `${id} ${stage}`))
      const first = fresh[0]?.subject
      if (!first) return
      const key = fresh.length > 1 ? 'notify.alarmMany' : 'notify.alarmOne'
      const what = `${first.no} ${first.title}`
      raise(texts()('notify.alarm'), texts()(key, { what, count: fresh.length }))
    },
  }
}
