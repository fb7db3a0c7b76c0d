import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type Callee, RING_OUTCOMES, type RingOutcome } from '../../../../shared/domain/task/rings.ts'
import type { TaskDispatch } from '../../../../shared/ipc/dispatch.ts'
import type { TaskRow } from '../../../../shared/ipc/tasks.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { Refusal } from '../../../components/Refusal.tsx'
import { TaskMarks } from '../TaskMarks.tsx'
import { CallListView } from './CallListView.tsx'
import { ACCEPT_KEY, callLines, OUTCOME_KEYS } from './model.ts'
import { ProposalView } from './ProposalView.tsx'
import './calling.css'

export interface CallTaskViewProps {
  readonly row: TaskRow
  readonly dispatch: TaskDispatch
  /** Key of whoever is being rung, as in model.ts; null: nobody has a number. */
  readonly chosen: string | null
  readonly now: number
  /** Why the desk refused, in words. */
  readonly problem: string | undefined
  onChoose(key: string): void
  onOutcome(callee: Callee, outcome: RingOutcome): void
  onAccept(): void
  onClose(): void
}

/** Left what to read aloud, right whom to ring; arrows choose, a digit records what came of the call. */
export function CallTaskView(props: CallTaskViewProps) {
  const { row, dispatch, chosen, now, problem, onOutcome, onAccept } = props
  const { t } = useTranslation('tasks')
  const lines = callLines(dispatch)
  const line = lines.find(({ key }) => key === chosen) ?? lines[0]
  const record = (outcome: RingOutcome) => line && onOutcome(line.callee, outcome)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing || event.repeat) return
    const outcome = RING_OUTCOMES.find((one) => OUTCOME_KEYS[one] === event.key)
    if (!outcome && event.key.toLowerCase() !== ACCEPT_KEY) return
    event.preventDefault()
    if (outcome) record(outcome)
    else onAccept()
  }
  return (
    <Dialog title={t('calling.title', { no: row.no, title: row.title })} wide onCancel={props.onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog, beside those of its buttons. */}
      <div className="calling" onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls when much is to be said, so a keyboard has to be able to reach it */}
        <section className="calling-script" tabIndex={0} aria-label={t('calling.script')} lang="zh-CN">
          <h3>{t('calling.script')}</h3>
          {dispatch.script.map(({ part, text }, at) => (
            // Lines of a script have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <p key={at} data-part={part}>
              {text}
            </p>
          ))}
        </section>
        <section className="calling-people" aria-label={t('calling.people')}>
          <TaskMarks row={row} now={now} />
          {dispatch.proposal ? <ProposalView proposal={dispatch.proposal} onAccept={onAccept} /> : null}
          {line ? (
            <CallListView lines={lines} chosen={line.key} now={now} onChoose={props.onChoose} />
          ) : (
            <p className="task-warning">{t('calling.nobody')}</p>
          )}
          <div className="calling-outcomes">
            {RING_OUTCOMES.map((outcome) => (
              <Button
                key={outcome}
                kind={outcome === 'repeated' ? 'primary' : 'plain'}
                hotkey={OUTCOME_KEYS[outcome]}
                disabled={!line}
                onClick={() => record(outcome)}
              >
                {t(`calling.outcome.${outcome}`)}
              </Button>
            ))}
          </div>
          <Refusal text={problem} />
          <p className="muted">
            {t('calling.hint')}
            {dispatch.mostFailed === null
              ? ''
              : t('calling.rule', { count: dispatch.mostFailed, source: dispatch.source })}
          </p>
        </section>
      </div>
      <div className="dialog-buttons">
        <Button onClick={props.onClose} hotkey="Esc">
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}
