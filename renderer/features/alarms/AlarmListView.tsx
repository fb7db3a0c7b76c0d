import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { TextField } from '../../components/TextField.tsx'
import { AlarmMark } from './AlarmMark.tsx'
import { alarmSentence } from './model.ts'

export interface AlarmListViewProps {
  readonly alarms: readonly Alarm[]
  readonly now: number
  /** The file of limits cannot be read. */
  readonly rulesBroken: boolean
  readonly pending: boolean
  /** Why the desk refused, in words. */
  readonly problem?: string | undefined
  onHeard(ids: readonly string[]): void
  onExplain(id: string, reason: string): void
  onOpen(alarm: Alarm): void
  onClose(): void
}

/** All alarms, calmly: what sounds can be silenced, what was missed can be explained, everything can be gone to. */
export function AlarmListView(props: AlarmListViewProps) {
  const { alarms, now, rulesBroken, pending, onHeard, onClose } = props
  const { t } = useTranslation('alarms')
  const [explaining, setExplaining] = useState<string | null>(null)
  const sounding = alarms.filter((alarm) => alarm.sounding)
  return (
    <Dialog title={t('title')} wide help="alarms" onCancel={onClose}>
      {rulesBroken ? <p className="alarm-broken">{t('rulesBroken')}</p> : null}
      {alarms.length === 0 ? <EmptyState title={t('none')} hint={t('noneHint')} /> : null}
      <ol className="alarm-list">
        {alarms.map((alarm) => (
          <li key={alarm.id} className="alarm-row">
            <AlarmMark alarm={alarm} />
            <div className="alarm-words">
              <p>{alarmSentence(alarm, now, t)}</p>
              <p className="muted digits">
                {alarm.subject.no}
                {alarm.urgency === 'life-safety' ? ` · ${t('lifeSafety')}` : ''}
                {alarm.sounding ? ` · ${t('sounding')}` : ''}
              </p>
              {explaining === alarm.id ? (
                <ExplainForm {...props} alarm={alarm} onCancel={() => setExplaining(null)} />
              ) : null}
            </div>
            <div className="alarm-buttons">
              {alarm.wantsReason && explaining !== alarm.id ? (
                <Button size="small" onClick={() => setExplaining(alarm.id)}>
                  {t('explain')}
                </Button>
              ) : null}
              {alarm.sounding ? (
                <Button size="small" pending={pending} onClick={() => onHeard([alarm.id])}>
                  {t('heard')}
                </Button>
              ) : null}
              <Button size="small" onClick={() => props.onOpen(alarm)}>
                {t('open')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className="dialog-buttons">
        {sounding.length > 1 ? (
          <Button pending={pending} onClick={() => onHeard(sounding.map(({ id }) => id))}>
            {t('heardAll', { count: sounding.length })}
          </Button>
        ) : null}
        <Button hotkey="Esc" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}

type ExplainFormProps = Pick<AlarmListViewProps, 'pending' | 'problem' | 'onExplain'> & {
  readonly alarm: Alarm
  onCancel(): void
}

/** Why a time was missed: one line, Enter. */
function ExplainForm({ alarm, pending, problem, onExplain, onCancel }: ExplainFormProps) {
  const { t } = useTranslation('alarms')
  const [reason, setReason] = useState('')
  return (
    <EnterForm
      label={t('explain')}
      className="alarm-explain"
      onSubmit={() => {
        if (reason.trim() !== '' && !pending) onExplain(alarm.id, reason.trim())
      }}
    >
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        problem={problem}
        autoFocus
        maxLength={1000}
        onChange={setReason}
      />
      <Button submit kind="primary" pending={pending} disabled={reason.trim() === ''} hotkey="Enter">
        {t('record')}
      </Button>
      <Button onClick={onCancel}>{t('common:form.cancel')}</Button>
    </EnterForm>
  )
}
