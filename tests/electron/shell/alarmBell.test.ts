import { expect, it } from 'vitest'
import { createAlarmBell } from '../../../electron/shell/alarmBell.ts'
import { readTexts } from '../../../electron/shell/texts.ts'
import type { Alarm, AlarmList } from '../../../shared/ipc/alarms.ts'

function alarm(no: string, part: Partial<Alarm> = {}): Alarm {
  return {
    id: `task-${no}/acknowledge/1`,
    kind: 'task.acknowledge',
    subject: { id: `task-${no}`, no, title: '查看水位' },
    who: '李家湾村',
    urgency: 'ordinary',
    dueAt: 1,
    stoppedAt: null,
    stage: 'amber',
    sounding: true,
    wantsReason: false,
    ...part,
  }
}

it('tells of each alarm once when it begins to sound, and of each stage anew', async () => {
  let list: AlarmList | null = null
  const raised: string[] = []
  const bell = createAlarmBell({
    read: async () => list,
    raise: (title, body) => raised.push(`${title}: ${body}`),
    texts: () => readTexts('zh-CN', 'shell'),
  })
  const look = async (...alarms: Alarm[]) => {
    raised.length = 0
    list = { alarms, sounding: alarms.filter(({ sounding }) => sounding).length, real: [], rulesBroken: false }
    await bell.look()
    return [...raised]
  }
  await bell.look()
  expect(raised).toEqual([])
  expect(await look(alarm('A01'))).toEqual(['有提醒待处理: A01 查看水位'])
  expect(await look(alarm('A01'))).toEqual([])
  expect(await look(alarm('A02'), alarm('A01'))).toEqual(['有提醒待处理: A02 查看水位'])
  expect(await look(alarm('A02', { sounding: false }), alarm('A01', { stage: 'red' }))).toEqual([
    '有提醒待处理: A01 查看水位',
  ])
  expect(await look(alarm('A03'), alarm('A04'))).toEqual(['有提醒待处理: A03 查看水位 等 2 项'])
  // Heard, and sounding again: it is told again.
  expect(await look()).toEqual([])
  expect(await look(alarm('A03'))).toEqual(['有提醒待处理: A03 查看水位'])
})

it('tells of a real alarm while the console is in a drill', async () => {
  const raised: string[] = []
  const bell = createAlarmBell({
    read: async () => ({ alarms: [], sounding: 0, real: [alarm('A01')], rulesBroken: false }),
    raise: (title, body) => raised.push(`${title}: ${body}`),
    texts: () => readTexts('zh-CN', 'shell'),
  })
  await bell.look()
  await bell.look()
  expect(raised).toEqual(['有提醒待处理: A01 查看水位'])
})
