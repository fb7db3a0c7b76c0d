import { useTranslation } from 'react-i18next'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface JoinByHubViewProps {
  readonly url: string
  readonly code: string
  readonly asked: boolean
  readonly pending: boolean
  readonly refusal: string | undefined
  onUrl(url: string): void
  onCode(code: string): void
  onJoin(): void
  onBack(): void
}

/** The county's address and one-time code. */
export function JoinByHubView(props: JoinByHubViewProps) {
  const { url, code, asked, pending, refusal, onUrl, onCode, onJoin, onBack } = props
  const { t } = useTranslation('setup')
  return (
    <EnterForm label={t('way.hub')} className="form-column" onSubmit={onJoin}>
      <h2>{t('way.hub')}</h2>
      <p className="muted">{t('join.hubHow')}</p>
      <TextField
        label={t('join.url')}
        hint={t('join.urlHint')}
        required
        autoFocus
        maxLength={300}
        value={url}
        problem={asked && url.trim() === '' ? t('problem.missing') : undefined}
        onChange={onUrl}
      />
      <TextField
        label={t('join.hubCode')}
        required
        maxLength={100}
        value={code}
        problem={asked && code.trim() === '' ? t('problem.code') : undefined}
        onChange={onCode}
      />
      <FormFooter
        problem={refusal}
        submit={t(pending ? 'join.asking' : 'join.go')}
        pending={pending}
        cancel={t('back')}
        onCancel={onBack}
      />
    </EnterForm>
  )
}
