import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportContent, ReportKind } from '../../../shared/domain/report/content.ts'
import type { IncidentReporting } from '../../../shared/ipc/reports.ts'
import { call } from '../../call.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { type Draft, useDraft } from '../../components/useDraft.ts'
import { useNow } from '../../components/useNow.ts'
import { contentToSend, draftIdOf, filledOf, isTyped, type ReportForm, readForm, turnedInto } from './model.ts'
import { ReportFormView } from './ReportFormView.tsx'

export interface DraftReportProps {
  readonly reporting: IncidentReporting
  readonly purpose: 'new' | 'revise' | 'correct'
  /** The report that is revised or corrected. */
  readonly of?: { readonly id: string; readonly kind: ReportKind; readonly content: ReportContent }
  /** The dialog is left; `report`: the one that was written; `kept`: what was typed waits as a draft. */
  onClose(report: string | null, kept: boolean): void
}

/** The dialog that writes a report. A new one is kept as a draft while it is typed. */
export function DraftReport(props: DraftReportProps) {
  const draft = useDraft<ReportForm>('report', draftIdOf(props.reporting.incident.id), readForm)
  if (draft.found === undefined) return null
  return <DraftReportForm {...props} draft={draft} />
}

function DraftReportForm({
  reporting,
  purpose,
  of,
  onClose,
  draft,
}: DraftReportProps & { readonly draft: Draft<ReportForm> }) {
  const { t } = useTranslation('reports')
  const { tell, tellError } = useNotices()
  const now = useNow()
  const write = useAct('report.draft', { quiet: true })
  const revise = useAct('report.revise', { quiet: true })
  const { incident } = reporting
  const restored = purpose === 'new' ? (draft.found ?? null) : null
  const [form, setForm] = useState<ReportForm | null>(
    () => restored ?? (purpose === 'revise' && of ? { kind: of.kind, of: of.id, content: of.content } : null),
  )
  // What is on screen now, for answers that come while a person types.
  const latest = useRef(form)
  const asked = useRef(0)
  const [bad, setBad] = useState<Readonly<Record<string, boolean>>>({})
  const put = (next: ReportForm) => {
    if (purpose === 'new' && latest.current) draft.keep(isTyped(next) ? next : null)
    latest.current = next
    setForm(next)
  }
  /** `anew`: also what a person typed. */
  const fill = async (kind: ReportKind, anew: boolean) => {
    asked.current += 1
    const turn = asked.current
    try {
      const corrects = purpose === 'correct' && of ? { corrects: of.id } : {}
      const fresh = await call('report.prefill', { incident: incident.id, kind, ...corrects })
      if (turn !== asked.current) return
      const before = anew ? null : latest.current
      put(
        before ? turnedInto(before, kind, fresh) : { kind, of: of?.id ?? '', content: fresh, filled: filledOf(fresh) },
      )
      // A field that this kind does not have is gone, and what was wrong in it.
      setBad((old) => Object.fromEntries(reporting.items[kind].map((item) => [item, old[item] ?? false])))
    } catch (error) {
      tellError(error)
      if (!latest.current) onClose(null, false)
    }
  }
  const begin = useEffectEvent(() => {
    if (!form) void fill(of?.kind ?? reporting.nextKind, true)
  })
  useEffect(() => {
    begin()
  }, [])
  if (!form) return null
  const submit = async () => {
    if (write.pending || revise.pending || form.content.title.trim() === '' || Object.values(bad).includes(true)) return
    const target = { incident: incident.id, base: [...reporting.tips] }
    const { kind, content } = form
    if (purpose === 'revise') {
      const answer = await revise.run({ ...target, report: form.of, content })
      if (answer.ok) onClose(form.of, false)
      return
    }
    const corrects = purpose === 'correct' ? { corrects: form.of } : {}
    const said = purpose === 'new' ? contentToSend(content, reporting.items[kind]) : content
    const answer = await write.run({ ...target, kind, content: said, ...corrects })
    if (!answer.ok) return
    if (purpose === 'new') draft.discard()
    tell('good', t('form.done', { no: answer.value.no }))
    onClose(answer.value.report, false)
  }
  return (
    <ReportFormView
      form={form}
      items={reporting.items}
      purpose={purpose}
      incidentNo={incident.no}
      now={now}
      restored={restored !== null}
      pending={write.pending || revise.pending}
      problem={purpose === 'revise' ? revise.problem : write.problem}
      onKind={(kind) => void fill(kind, false)}
      onChange={(content) => latest.current && put({ ...latest.current, content })}
      onBadTime={(item, isBad) => setBad((old) => ({ ...old, [item]: isBad }))}
      onRefill={() => void fill(form.kind, true)}
      onSubmit={() => void submit()}
      onClose={() => onClose(null, purpose === 'new' && isTyped(form))}
    />
  )
}
