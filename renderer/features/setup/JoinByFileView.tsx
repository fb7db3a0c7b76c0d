import { useTranslation } from 'react-i18next'
import type { JoinProgress } from '../../../shared/ipc/join.ts'
import { Button } from '../../components/Button.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { Field } from '../../components/Field.tsx'
import { Refusal } from '../../components/Refusal.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface JoinByFileViewProps {
  readonly code: string
  /** Enter was pressed with something missing. */
  readonly asked: boolean
  readonly hasFile: boolean
  readonly pending: boolean
  readonly progress: JoinProgress
  readonly refusal: string | undefined
  onFile(file: File | null): void
  onCode(code: string): void
  onJoin(): void
  onCancel(): void
  onBack(): void
}

/** The file from the first console and the code shown there. */
export function JoinByFileView(props: JoinByFileViewProps) {
  const { code, asked, hasFile, pending, progress, refusal, onFile, onCode, onJoin, onCancel, onBack } = props
  const { t } = useTranslation('setup')
  return (
    <EnterForm label={t('way.file')} className="form-column" onSubmit={onJoin}>
      <h2>{t('way.file')}</h2>
      <p className="muted">{t('join.fileHow')}</p>
      <Field
        label={t('join.file')}
        required
        problem={asked && !hasFile ? t('problem.file') : undefined}
        control={(ids) => (
          <input
            {...ids}
            type="file"
            className="input setup-file"
            accept=".zsjoin"
            // biome-ignore lint/a11y/noAutofocus: the one thing this page asks for first
            autoFocus
            onChange={(event) => onFile(event.target.files?.[0] ?? null)}
          />
        )}
      />
      <TextField
        label={t('join.code')}
        hint={t('join.codeHint')}
        required
        maxLength={100}
        value={code}
        problem={asked && code.trim() === '' ? t('problem.code') : undefined}
        onChange={onCode}
      />
      {pending ? <Progress progress={progress} /> : null}
      <Refusal text={pending ? undefined : refusal} />
      <div className="dialog-buttons">
        {pending ? (
          <Button onClick={onCancel}>{t('join.cancel')}</Button>
        ) : (
          <Button onClick={onBack}>{t('back')}</Button>
        )}
        <Button submit kind="primary" pending={pending} hotkey="Enter">
          {t('join.go')}
        </Button>
      </div>
    </EnterForm>
  )
}

function Progress({ progress }: { readonly progress: JoinProgress }) {
  const { t } = useTranslation('setup')
  if (progress.state !== 'applying') return <p role="status">{t('join.opening')}</p>
  return (
    <p role="status" className="setup-progress">
      <progress value={progress.done} max={progress.total} aria-label={t('join.progress')} />
      {t('join.applying', { done: progress.done, total: progress.total })}
    </p>
  )
}
