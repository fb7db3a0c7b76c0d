import type { alarmChannels } from '../../../shared/ipc/alarms.ts'
import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { Alarms } from '../../alarms/alarmRoom.ts'
import { acknowledgeAlarms, acknowledgeRealAlarms, explainAlarm } from '../../commands/alarm.ts'
import type { DeskContext } from '../../deskContext.ts'

export function alarmHandlers(desk: DeskContext, alarms: Alarms): HandlersOf<typeof alarmChannels> {
  return {
    'alarm.list': () => {
      const { alarms: list, sounding } = alarms.read()
      return { alarms: list, sounding, real: alarms.soundingReal(), rulesBroken: !desk.clockRules.readable }
    },
    'alarm.acknowledge': ({ ids }) => acknowledgeAlarms(desk, alarms, ids),
    'alarm.acknowledgeReal': ({ ids }) => acknowledgeRealAlarms(desk, alarms, ids),
    'alarm.explain': ({ id, reason }) => explainAlarm(desk, alarms, id, reason),
  }
}
