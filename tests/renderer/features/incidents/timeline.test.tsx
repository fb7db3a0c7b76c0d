import { beforeAll, describe, expect, it } from 'vitest'
import { sampleTimeline } from '../../../../renderer/features/incidents/sampleRows.ts'
import { TimelineView } from '../../../../renderer/features/incidents/TimelineView.tsx'
import type { LANGUAGES } from '../../../../shared/ipc/languages.ts'
import { renderPage, strictI18n } from '../../renderPage.tsx'

type Language = (typeof LANGUAGES)[number]

describe.each<readonly [Language, readonly string[]]>([
  [
    'zh-CN',
    [
      '进入归档（未报：结束）',
      '供电所已断电，救援队出发',
      '进入处置（未报：核实）',
      '新建事件 0714-A01 李家湾村二组后山山体滑坡',
    ],
  ],
  ['en', ['moved to archived', '供电所已断电', 'moved to response', 'Incident 0714-A01']],
])('the timeline in %s', (language, expected) => {
  let lines: string[]
  beforeAll(async () => {
    const texts = await strictI18n(language)
    const html = renderPage(
      texts,
      <TimelineView no="0714-A01" lines={sampleTimeline} more={false} onMore={() => undefined} />,
    )
    lines = [...html.matchAll(/<p class="incident-line">(.*?)<\/p>/g)].map(([, line]) => line ?? '')
  })

  it('says what happened without naming the incident again', () => {
    expect(lines).toHaveLength(sampleTimeline.length)
    for (const start of expected) expect(lines.some((line) => line.startsWith(start))).toBe(true)
  })
})
