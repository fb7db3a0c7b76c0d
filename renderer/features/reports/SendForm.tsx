import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Addressee, ROUTES, type Route } from '../../../shared/domain/report/events.ts'
import type { RecipientOption } from '../../../shared/ipc/reports.ts'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { type Chosen, chosenAtFirst, chosenRecipients } from './model.ts'

export interface SendFormProps {
  readonly recipients: readonly RecipientOption[]
  /** False: it would leave before it is signed. */
  readonly signed: boolean
  readonly pending: boolean
  readonly problem: string | undefined
  onSend(recipients: { readonly to: Addressee; readonly route: Route }[]): void
  onCancel(): void
}

/** Where the report goes, and by which route. What is chosen beforehand are the usual places and the competent body. */
export function SendForm({ recipients, signed, pending, problem, onSend, onCancel }: SendFormProps) {
  const { t } = useTranslation('reports')
  const [chosen, setChosen] = useState<Chosen>(() => chosenAtFirst(recipients))
  const to = chosenRecipients(recipients, chosen)
  const above = to.some(({ to: { tier } }) => tier === 'above')
  const [asked, setAsked] = useState(false)
  const send = () => {
    setAsked(true)
    if (!pending && to.length > 0) onSend(to)
  }
  return (
    <EnterForm label={t('send.title')} className="form-column report-act" onSubmit={send}>
      {signed ? null : <p className="report-warning">{t('send.unsigned')}</p>}
      <ul className="report-recipients">
        {recipients.map(({ key, name, tier }, index) => {
          const route = chosen[key] ?? ''
          return (
            <li key={key}>
              <label className="check">
                <input
                  type="checkbox"
                  // biome-ignore lint/a11y/noAutofocus: the first field of a form the person asked for
                  autoFocus={index === 0}
                  checked={route !== ''}
                  onChange={({ target }) => setChosen({ ...chosen, [key]: target.checked ? 'system' : '' })}
                />
                {name}
                {tier === 'above' ? <span className="muted">{t('send.above')}</span> : null}
              </label>
              {route === '' ? null : (
                <select
                  className="input"
                  aria-label={t('send.routeTo', { name })}
                  value={route}
                  onChange={({ target }) => setChosen({ ...chosen, [key]: target.value as Route })}
                >
                  {ROUTES.map((value) => (
                    <option key={value} value={value}>
                      {t(`route.${value}`)}
                    </option>
                  ))}
                </select>
              )}
            </li>
          )
        })}
      </ul>
      {above ? <p className="report-warning">{t('send.backReport')}</p> : null}
      <FormFooter
        problem={problem ?? (asked && to.length === 0 ? t('send.nobody') : undefined)}
        submit={t(signed ? 'send.do' : 'send.doUnsigned')}
        hotkey="Ctrl+Enter"
        danger={!signed}
        pending={pending}
        onCancel={onCancel}
      />
    </EnterForm>
  )
}
