import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contentOf } from '../../../shared/domain/report/readReport.ts'
import type { IncidentReporting, ReportView } from '../../../shared/ipc/reports.ts'
import type { Delivery } from '../../../shared/ipc/sync.ts'
import { useNotices } from '../../components/notices.ts'
import { useSavePdf } from '../../components/print/useSavePdf.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { handOver, savedSentence } from '../../components/saveTable.ts'
import { useAct } from '../../components/useAct.ts'
import { useFinish } from '../../components/useFinish.ts'
import { useNow } from '../../components/useNow.ts'
import { useDesk } from '../../useDesk.ts'
import { DraftReport } from './DraftReport.tsx'
import { kindFileName } from './kindFileName.ts'
import { waitsHere } from './model.ts'
import { PaperView } from './PaperView.tsx'
import { type ReportAct, ReportPageView, type Tab } from './ReportPageView.tsx'
import { SendForm } from './SendForm.tsx'
import { SignForm } from './SignForm.tsx'

export interface ReportPageProps {
  readonly reporting: IncidentReporting
  readonly view: ReportView
  readonly delivery: Delivery | null
  onOpen(report: string): void
  onClose(): void
}

/** One report, acted on by keys. */
export function ReportPage({ reporting, view, delivery, onOpen, onClose }: ReportPageProps) {
  const { t } = useTranslation('reports')
  const now = useNow(15_000)
  const { tell } = useNotices()
  const savePdf = useSavePdf()
  const [tab, setTab] = useState<Tab>('paper')
  const [doing, setDoing] = useState<ReportAct | null>(null)
  const { id, no } = view.report.label
  const which = { incident: reporting.incident.id, report: id }
  const topics = ['report', 'township', 'person', 'duty']
  const paper = useDesk('report.paper', which, topics).data ?? null
  const texts = useDesk('report.texts', which, topics).data ?? null
  const sync = useDesk('sync.state', null, ['sync'])
  const sign = useAct('report.approve', { quiet: true })
  const send = useAct('report.send', { quiet: true })
  const withdraw = useAct('report.withdraw', { quiet: true })
  const word = useAct('report.exportWord')
  const target = { ...which, base: [...reporting.tips] }
  const done = () => setDoing(null)
  const finish = useFinish(done)
  const act = (wanted: ReportAct) => {
    if (wanted === 'word') void saveWord()
    else if (wanted === 'pdf') {
      if (paper) void savePdf(<PaperView paper={paper} printed />, kindFileName(view, t))
    } else setDoing(wanted)
  }
  const saveWord = async () => {
    const answer = await word.run(which)
    if (!answer.ok) return
    const said = savedSentence(t, handOver(answer.value))
    if (said) tell('good', said)
  }
  const content = contentOf(view.report)
  if ((doing === 'revise' || doing === 'correct') && content)
    return (
      <DraftReport
        reporting={reporting}
        purpose={doing}
        of={{ id, kind: view.report.label.kind, content }}
        onClose={(written) => {
          done()
          if (written) onOpen(written)
        }}
      />
    )
  if (doing === 'withdraw')
    return (
      <ReasonDialog
        title={t('withdraw.title', { no })}
        explanation={t('withdraw.explanation')}
        confirm={t('act.withdraw')}
        danger
        pending={withdraw.pending}
        problem={withdraw.problem}
        onConfirm={async (reason) => {
          if ((await withdraw.run({ ...target, reason })).ok) done()
        }}
        onCancel={done}
      />
    )
  let form: ReactNode = null
  if (doing === 'sign')
    form = (
      <SignForm
        signers={reporting.signers}
        now={now}
        pending={sign.pending}
        problem={sign.problem}
        onSign={(signature) =>
          void finish(sign.run({ ...target, contentHash: view.contentHash, signature }), t('sign.done', { no }))
        }
        onCancel={done}
      />
    )
  if (doing === 'send')
    form = (
      <SendForm
        recipients={reporting.recipients}
        signed={view.report.approval !== null}
        pending={send.pending}
        problem={send.problem}
        onSend={(recipients) => {
          const unsigned = view.report.approval === null
          const waits = waitsHere(sync.data, { recipients: [...recipients] })
          const sent = { ...target, contentHash: view.contentHash, recipients: [...recipients], unsigned }
          void finish(send.run(sent), ({ task }) => {
            const done = waits ? 'held' : 'done'
            return task ? t(`send.${done}Task`, { no, task }) : t(`send.${done}`, { no })
          })
        }}
        onCancel={done}
      />
    )
  return (
    <ReportPageView
      view={view}
      delivery={delivery}
      paper={paper}
      texts={texts}
      tab={tab}
      now={now}
      form={form}
      onTab={setTab}
      onAct={act}
      onCopy={(text) => {
        navigator.clipboard.writeText(text).then(
          () => tell('good', t('texts.copied')),
          () => tell('bad', t('common:ledger.notCopied')),
        )
      }}
      onClose={doing ? done : onClose}
    />
  )
}
