import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paper } from '../../../shared/domain/report/paper.ts'
import { unsignedFor } from '../../../shared/domain/report/readReport.ts'
import type { ReportTexts, ReportView } from '../../../shared/ipc/reports.ts'
import type { Delivery } from '../../../shared/ipc/sync.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { sayDuration } from '../../components/duration.ts'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { STATE_TONES, stateOf } from './model.ts'
import { PaperView } from './PaperView.tsx'
import { TextsView } from './TextsView.tsx'
import './reports.css'

export const TABS = ['paper', 'sms', 'broadcast', 'phoneLog'] as const
export type Tab = (typeof TABS)[number]
/** What can be done with a report; each has its key. */
export const REPORT_ACTS = ['sign', 'send', 'revise', 'correct', 'withdraw', 'word', 'pdf'] as const
export type ReportAct = (typeof REPORT_ACTS)[number]
export const REPORT_KEYS: Readonly<Record<ReportAct, string>> = {
  sign: 'q',
  send: 'f',
  revise: 'e',
  correct: 'c',
  withdraw: 'x',
  word: 'w',
  pdf: 'd',
}

export interface ReportPageViewProps {
  readonly view: ReportView
  readonly delivery: Delivery | null
  /** Null while they are made. */
  readonly paper: Paper | null
  readonly texts: ReportTexts | null
  readonly tab: Tab
  readonly now: number
  /** The form of an act that was begun, or null. */
  readonly form: ReactNode
  onTab(tab: Tab): void
  onAct(act: ReportAct): void
  onCopy(text: string): void
  onClose(): void
}

/** Acts that make sense for a report as it stands. */
export function actsOf({ report, status }: ReportView): readonly ReportAct[] {
  if (status === 'withdrawn') return []
  const open = report.approval === null && report.sendings.length === 0
  return [
    ...(report.approval ? [] : (['sign'] as const)),
    'send',
    ...(open ? (['revise', 'withdraw'] as const) : []),
    ...(report.sendings.length > 0 ? (['correct'] as const) : []),
    'word',
    'pdf',
  ]
}

/** One report: the paper as it goes out, its other forms, and what is to be done with it. */
export function ReportPageView(props: ReportPageViewProps) {
  const { view, delivery, paper, texts, tab, now, form, onTab, onAct, onClose } = props
  const { t } = useTranslation('reports')
  const { no, kind, ordinal } = view.report.label
  const acts = actsOf(view)
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The keys of the page work at once, without a press into it.
    if (!form) sheet.current?.focus()
  }, [form])
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'radio'
    if (form || typing || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const act = acts.find((one) => REPORT_KEYS[one] === event.key.toLowerCase())
    if (!act) return
    event.preventDefault()
    onAct(act)
  }
  const state = stateOf(view, delivery)
  const gap = unsignedFor(view.report, now)
  const title = `${t(`kind.${kind}`, { n: ordinal })} ${no}`
  return (
    <Dialog title={title} wide help="reports" onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole page, beside those of its buttons. */}
      <div className="report-page" onKeyDown={onKeyDown}>
        <div className="report-page-head">
          <StatusTag tone={STATE_TONES[state]}>{t(`state.${state}`)}</StatusTag>
          <StatusTag tone={view.percent === 100 ? 'good' : 'warn'}>
            {t('complete', { percent: view.percent })}
          </StatusTag>
          {view.missing.length > 0 ? (
            <span className="muted">
              {t('missing', { items: view.missing.map((item) => t(`item.${item}`)).join(t('common:list.comma')) })}
            </span>
          ) : null}
          {gap === null ? null : (
            <StatusTag tone="warn">
              {t(view.report.approval ? 'gap' : 'gapOpen', { span: sayDuration(gap, t) })}
            </StatusTag>
          )}
          {view.correctedBy ? <StatusTag tone="mute">{t('correctedBy', { no: view.correctedBy })}</StatusTag> : null}
        </div>
        {form ?? (
          <div className="report-page-acts">
            {acts.map((act) => (
              <Button
                key={act}
                size="small"
                kind={act === 'sign' || (act === 'send' && view.status === 'approved') ? 'primary' : 'plain'}
                hotkey={REPORT_KEYS[act].toUpperCase()}
                onClick={() => onAct(act)}
              >
                {t(act === 'send' && !view.report.approval ? 'act.sendUnsigned' : `act.${act}`)}
              </Button>
            ))}
          </div>
        )}
        <SegmentedChoice<Tab>
          label={t('tab.title')}
          value={tab}
          options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
          onChange={onTab}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to be able to reach it. */}
        <section ref={sheet} className="report-sheet scroll" tabIndex={0} aria-label={t(`tab.${tab}`)}>
          {tab === 'paper' && paper ? <PaperView paper={paper} /> : null}
          {tab !== 'paper' && texts ? <TextsView tab={tab} texts={texts} onCopy={props.onCopy} /> : null}
        </section>
        <div className="dialog-buttons">
          <Button onClick={onClose} hotkey="Esc">
            {t('close')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
