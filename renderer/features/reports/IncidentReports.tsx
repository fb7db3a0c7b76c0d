import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReliefCondition } from '../../../shared/domain/report/events.ts'
import type { Telling } from '../../../shared/domain/report/reporting.ts'
import type { IncidentReporting } from '../../../shared/ipc/reports.ts'
import { useNotices } from '../../components/notices.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'
import { useDeliveries } from '../../components/useDeliveries.ts'
import { useNow } from '../../components/useNow.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { DraftReport } from './DraftReport.tsx'
import { IncidentReportsView } from './IncidentReportsView.tsx'
import { draftIdOf } from './model.ts'
import { ReportPage } from './ReportPage.tsx'
import { TellDialog } from './TellDialog.tsx'

const TOPICS = ['report', 'incident', 'call', 'person', 'duty', 'alarm', 'sync']

type Under =
  | 'draft'
  | 'tell'
  | 'waive'
  | { readonly relief: ReliefCondition }
  | { readonly report: string }
  | { readonly telling: Telling }
  | null

/** Reporting of one incident: a panel for the incident's own page, with P to write and K to note a call. */
export function IncidentReports({ incident }: { readonly incident: string }) {
  const now = useNow(15_000)
  const { data, dataUpdatedAt } = useDesk('report.ofIncident', { incident }, TOPICS)
  const reporting = data ?? null
  const [under, setUnder] = useState<Under>(null)
  const drafts = useDesk('draft.list', { kind: 'report' }, ['report'])
  // Drafts are not in the change feed: what was put aside here is known before it is read again.
  const [kept, setKept] = useState<boolean | null>(null)
  const deliveries = useDeliveries(reporting?.reports.map(({ sentVersion }) => sentVersion).filter(Boolean) ?? [])
  useRoomKeys({ p: () => setUnder('draft'), k: () => setUnder('tell') })
  const startRelief = useAct('report.startRelief')
  const reachRelief = useAct('report.reachRelief')
  const done = () => setUnder(null)
  return (
    <>
      <IncidentReportsView
        reporting={reporting}
        deliveries={deliveries}
        now={Math.max(now, dataUpdatedAt)}
        hasDraft={kept ?? drafts.data?.some(({ id }) => id === draftIdOf(incident)) ?? false}
        onDraft={() => setUnder('draft')}
        onTell={() => setUnder('tell')}
        onOpen={(report) => setUnder({ report })}
        onVoidTelling={(telling) => setUnder({ telling })}
        onWaive={() => setUnder('waive')}
        onStartRelief={() => reporting && void startRelief.run(targetOf(reporting))}
        onRelief={(condition) =>
          reporting && void reachRelief.run({ ...targetOf(reporting), condition, at: Date.now() })
        }
        onUndoRelief={(relief) => setUnder({ relief })}
      />
      {reporting && under === 'draft' ? (
        <DraftReport
          reporting={reporting}
          purpose="new"
          onClose={(written, waits) => {
            setKept(waits)
            setUnder(written ? { report: written } : null)
          }}
        />
      ) : null}
      {reporting && under === 'tell' ? <Tell reporting={reporting} now={now} onDone={done} /> : null}
      {reporting && under === 'waive' ? <Waive reporting={reporting} onDone={done} /> : null}
      {reporting && under && typeof under === 'object' && 'telling' in under ? (
        <VoidTelling reporting={reporting} telling={under.telling} onDone={done} />
      ) : null}
      {reporting && under && typeof under === 'object' && 'relief' in under ? (
        <UndoRelief reporting={reporting} condition={under.relief} onDone={done} />
      ) : null}
      {reporting && under && typeof under === 'object' && 'report' in under ? (
        <Open
          reporting={reporting}
          id={under.report}
          deliveries={deliveries}
          onOpen={(report) => setUnder({ report })}
          onClose={done}
        />
      ) : null}
    </>
  )
}

function Open({
  reporting,
  id,
  deliveries,
  onOpen,
  onClose,
}: {
  readonly reporting: IncidentReporting
  readonly id: string
  readonly deliveries: ReturnType<typeof useDeliveries>
  onOpen(report: string): void
  onClose(): void
}) {
  const view = reporting.reports.find(({ report }) => report.label.id === id)
  // Just written, it is read again in a moment.
  if (!view) return null
  const delivery = deliveries[view.sentVersion]?.delivery ?? null
  return <ReportPage key={id} reporting={reporting} view={view} delivery={delivery} onOpen={onOpen} onClose={onClose} />
}

interface ActProps {
  readonly reporting: IncidentReporting
  onDone(): void
}

const targetOf = ({ incident, tips }: IncidentReporting) => ({ incident: incident.id, base: [...tips] })

function Tell({ reporting, now, onDone }: ActProps & { readonly now: number }) {
  const { t } = useTranslation('reports')
  const { tell } = useNotices()
  const act = useAct('report.tell', { quiet: true })
  return (
    <TellDialog
      recipients={reporting.recipients}
      reports={reporting.reports}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onTell={async ({ report, ...told }) => {
        const answer = await act.run({ ...targetOf(reporting), ...told, ...(report ? { report } : {}) })
        if (!answer.ok) return
        const { task } = answer.value
        tell('good', task ? t('tell.doneTask', { task }) : t('tell.done'))
        onDone()
      }}
      onClose={onDone}
    />
  )
}

function Waive({ reporting, onDone }: ActProps) {
  const { t } = useTranslation('reports')
  const channel = reporting.waived ? 'report.unwaive' : 'report.waive'
  const act = useAct(channel, { quiet: true })
  return (
    <ReasonDialog
      title={t(reporting.waived ? 'unwaiveTitle' : 'waiveTitle', { no: reporting.incident.no })}
      explanation={t(reporting.waived ? 'unwaiveExplained' : 'waiveExplained')}
      confirm={t(reporting.waived ? 'unwaive' : 'waive')}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (reason) => {
        if ((await act.run({ ...targetOf(reporting), reason })).ok) onDone()
      }}
      onCancel={onDone}
    />
  )
}

function UndoRelief({ reporting, condition, onDone }: ActProps & { readonly condition: ReliefCondition }) {
  const { t } = useTranslation('reports')
  const act = useAct('report.undoRelief', { quiet: true })
  return (
    <ReasonDialog
      title={t('relief.undoOf', { condition: t(`relief.${condition}`) })}
      explanation={t('relief.undoExplained')}
      confirm={t('relief.undo')}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (reason) => {
        if ((await act.run({ ...targetOf(reporting), condition, reason })).ok) onDone()
      }}
      onCancel={onDone}
    />
  )
}

function VoidTelling({ reporting, telling, onDone }: ActProps & { readonly telling: Telling }) {
  const { t } = useTranslation('reports')
  const act = useAct('report.voidTelling', { quiet: true })
  return (
    <ReasonDialog
      title={t('voidTellingOf', { to: telling.to.name })}
      explanation={t('voidTellingExplained')}
      confirm={t('voidTelling')}
      danger
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (reason) => {
        if ((await act.run({ ...targetOf(reporting), telling: telling.id, reason })).ok) onDone()
      }}
      onCancel={onDone}
    />
  )
}
