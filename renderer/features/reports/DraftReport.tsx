import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportContent, ReportKind } from '../../../shared/domain/report/content.ts'
import type { IncidentReporting } from '../../../shared/ipc/reports.ts'
import { call } from '../../call.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { type Draft, useDraft } from '../../components/useDraft.ts'
import { useNow } from '../../components/useNow.ts'
import { draftIdOf, type ReportForm, readForm } from './model.ts'
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
  const [typed, setTyped] = useState(restored !== null)
  const [bad, setBad] = useState<Readonly<Record<string, boolean>>>({})
  const fill = async (kind: ReportKind) => {
    try {
      const corrects = purpose === 'correct' && of ? { corrects: of.id } : {}
      const content = await call('report.prefill', { incident: incident.id, kind, ...corrects })
      setForm({ kind, of: of?.id ?? '', content })
    } catch (error) {
      tellError(error)
      onClose(null, false)
    }
  }
  const begin = useEffectEvent(() => {
    if (!form) void fill(of?.kind ?? reporting.nextKind)
  })
  useEffect(() => {
    begin()
  }, [])
  if (!form) return null
  const change = (content: ReportContent) => {
    const next = { ...form, content }
    setForm(next)
    if (purpose !== 'new') return
    draft.keep(next)
    setTyped(true)
  }
  const submit = async () => {
    if (write.pending || revise.pending || form.content.title.trim() === '' || Object.values(bad).includes(true)) return
    const target = { incident: incident.id, base: [...reporting.tips] }
    const { content, kind } = form
    if (purpose === 'revise') {
      const answer = await revise.run({ ...target, report: form.of, content })
      if (answer.ok) onClose(form.of, false)
      return
    }
    const corrects = purpose === 'correct' ? { corrects: form.of } : {}
    const answer = await write.run({ ...target, kind, content, ...corrects })
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
      onKind={(kind) => void fill(kind)}
      onChange={change}
      onBadTime={(item, isBad) => setBad((old) => ({ ...old, [item]: isBad }))}
      onRefill={() => void fill(form.kind)}
      onSubmit={() => void submit()}
      onClose={() => onClose(null, typed)}
    />
  )
}
