import { beforeAll, describe, expect, it } from 'vitest'
import { type AlarmMood, alarmSentence, placeOf, sirenOf } from '../../../../renderer/features/alarms/model.ts'
import { type AudioContextLike, PATTERNS, playPattern } from '../../../../renderer/features/alarms/tones.ts'
import { ALARM_KINDS, type Alarm } from '../../../../shared/ipc/alarms.ts'
import { LANGUAGES } from '../../../../shared/ipc/languages.ts'
import { strictI18n } from '../../renderPage.tsx'

const now = Date.UTC(2026, 6, 13, 19, 40)
const MINUTE = 60_000
const alarm: Alarm = {
  id: 'task-1/due/1',
  kind: 'task.due',
  subject: { id: 'task-1', no: '0714-A03', title: '转移坡脚三户' },
  who: '镇应急救援队',
  urgency: 'ordinary',
  dueAt: now - 65 * MINUTE,
  stoppedAt: null,
  stage: 'red',
  sounding: true,
  wantsReason: true,
}
const MOODS: Readonly<Record<AlarmMood, Partial<Alarm>>> = {
  amber: { stage: 'amber', dueAt: now + 12 * MINUTE },
  red: {},
  late: { stoppedAt: now },
}

describe.each(LANGUAGES)('in %s', (language) => {
  let texts: Awaited<ReturnType<typeof strictI18n>>
  beforeAll(async () => {
    texts = await strictI18n(language)
  })

  it('there is a whole sentence for every kind in every mood', () => {
    const said = ALARM_KINDS.flatMap((kind) =>
      Object.values(MOODS).map((mood) => alarmSentence({ ...alarm, ...mood, kind }, now, texts.t)),
    )
    expect(new Set(said).size).toBe(said.length)
    for (const sentence of said) expect(sentence).toContain('转移坡脚三户')
  })
})

it('says how late it is, and when it was due', async () => {
  const { t } = await strictI18n('zh-CN')
  expect(alarmSentence(alarm, now, t)).toBe('镇应急救援队应于 02:35 完成，已超1小时5分：转移坡脚三户')
})

it('sounds for the most urgent one, and not for what was heard', () => {
  const silent = { ...alarm, sounding: false }
  const life = { ...alarm, urgency: 'life-safety' } as const
  const soon = { ...alarm, stage: 'amber' } as const
  const arrived = { ...life, kind: 'order.acknowledge', stage: 'amber' } as const
  expect(
    [[], [silent], [soon], [soon, alarm], [alarm, life], [soon, arrived], [{ ...life, stage: 'amber' } as const]].map(
      sirenOf,
    ),
  ).toEqual([null, null, 'soon', 'overdue', 'lifeSafety', 'lifeSafety', 'soon'])
})

it('leads to the room of what it is about', () => {
  expect(placeOf(alarm)).toEqual({ room: 'tasks', target: 'task-1' })
  expect(placeOf({ kind: 'order.reply', subject: { ...alarm.subject, id: 'order:01' } })).toEqual({
    room: 'orders',
    target: 'order:01',
  })
})

describe('the sound', () => {
  /** Web Audio as far as a pattern uses it, writing down what would be heard. */
  function fakeAudio(state: AudioContextState) {
    const heard: string[] = []
    const param = { value: 0, setValueAtTime: () => param, linearRampToValueAtTime: () => param }
    const gain = { gain: param, connect: () => undefined }
    const audio = {
      currentTime: 5,
      destination: {},
      state,
      resume: async () => undefined,
      close: async () => heard.push('closed'),
      createGain: () => gain,
      createOscillator: () => {
        const frequency = { value: 0 }
        return {
          frequency,
          connect: () => gain,
          start: (at: number) => heard.push(`${frequency.value} Hz at ${at.toFixed(1)}`),
          stop: () => undefined,
        }
      },
    }
    return { audio: audio as unknown as AudioContextLike, heard }
  }

  it('is heard at once and ends at once', () => {
    const { audio, heard } = fakeAudio('running')
    playPattern(audio, PATTERNS.overdue)()
    expect(heard).toEqual(['784 Hz at 5.0', '784 Hz at 5.3', 'closed'])
  })

  it('is not piled up while the browser holds it back', () => {
    const { audio, heard } = fakeAudio('suspended')
    playPattern(audio, PATTERNS.lifeSafety)()
    expect(heard).toEqual(['closed'])
  })
})
