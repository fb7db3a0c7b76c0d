import { useTranslation } from 'react-i18next'
import type { DrillLine } from '../../../shared/ipc/drill.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface DrillStartViewProps {
  /** Drills that other consoles are in. */
  readonly running: readonly DrillLine[]
  readonly name: string
  readonly plannedEnd: number | null
  readonly now: number
  readonly problems: { readonly name: string | undefined; readonly plannedEnd: string | undefined }
  readonly refusal: string | undefined
  readonly pending: boolean
  onName(name: string): void
  onPlannedEnd(ms: number | null | undefined): void
  onStart(): void
  onJoin(id: string): void
  onPast(): void
  onClose(): void
}

export function DrillStartView(props: DrillStartViewProps) {
  const { running, name, plannedEnd, now, problems, refusal, pending, onClose } = props
  const { t } = useTranslation('drill')
  return (
    <FormDialog
      title={t('startTitle')}
      help="drill"
      submit={t('start')}
      pending={pending}
      problem={refusal}
      onSubmit={props.onStart}
      onCancel={onClose}
    >
      {running.length > 0 ? (
        <ul className="drill-running" aria-label={t('running')}>
          {running.map((drill) => (
            <li key={drill.id}>
              <span>
                {t('runningLine', {
                  name: drill.name,
                  at: formatBeijing(drill.startedAt ?? 0, 'monthDay'),
                  consoles: drill.consoles.join(t('common:list.comma')) || t('nobodyIn'),
                })}
              </span>
              <Button size="small" kind="primary" pending={pending} onClick={() => props.onJoin(drill.id)}>
                {t('join')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <TextField
        label={t('name')}
        required
        autoFocus
        maxLength={60}
        placeholder={t('nameHint')}
        value={name}
        problem={problems.name}
        onChange={props.onName}
      />
      <MomentField
        label={t('end')}
        value={plannedEnd}
        lean="future"
        now={now}
        required
        problem={problems.plannedEnd}
        onChange={props.onPlannedEnd}
      />
      <p className="muted">{t('explained')}</p>
      <p>
        <Button size="small" onClick={props.onPast}>
          {t('past')}
        </Button>
      </p>
    </FormDialog>
  )
}
