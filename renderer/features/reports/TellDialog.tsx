import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Addressee, ROUTES, type Route } from '../../../shared/domain/report/events.ts'
import type { RecipientOption, ReportView } from '../../../shared/ipc/reports.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface Told {
  readonly to: Addressee
  readonly person: string
  readonly phone: string
  readonly route: Route
  readonly at: number
  readonly text: string
  readonly report: string | null
}

export interface TellDialogProps {
  readonly recipients: readonly RecipientOption[]
  /** Reports it may have been about. */
  readonly reports: readonly ReportView[]
  readonly now: number
  readonly pending: boolean
  readonly problem: string | undefined
  onTell(told: Told): void
  onClose(): void
}

/** Writes down what was told to whom by which means: the telephone call to the county comes first of all. */
export function TellDialog({ recipients, reports, now, pending, problem, onTell, onClose }: TellDialogProps) {
  const { t } = useTranslation('reports')
  const [to, setTo] = useState<string | null>(recipients.find(({ usual }) => usual)?.key ?? null)
  const [person, setPerson] = useState('')
  const [phone, setPhone] = useState('')
  const [route, setRoute] = useState<Route>('phone')
  const [at, setAt] = useState<number | null | undefined>(null)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const known = recipients.find(({ key }) => key === to)
  const name = known?.name ?? to?.trim() ?? ''
  const save = () => {
    setAsked(true)
    if (pending || name === '' || at === undefined) return
    const addressee = known
      ? { key: known.key, name: known.name, tier: known.tier }
      : { key: 'other', name, tier: 'other' as const }
    const report = reports.findLast(({ status }) => status !== 'withdrawn')?.report.label.id ?? null
    const said = { person: person.trim(), phone: phone.trim(), route, text: text.trim(), report }
    onTell({ ...said, to: addressee, at: at ?? Date.now() })
  }
  return (
    <FormDialog
      title={t('tell.title')}
      wide
      help="reports"
      explanation={t('tell.explanation')}
      problem={problem}
      submit={t('tell.do')}
      hotkey="Ctrl+Enter"
      pending={pending}
      onSubmit={save}
      onCancel={onClose}
    >
      <div className="form-row">
        <PickField
          label={t('tell.to')}
          required
          free
          autoFocus
          options={recipients.map(({ key, name: label, tier }) => ({ id: key, label, note: t(`tier.${tier}`) }))}
          value={to}
          problem={asked && name === '' ? t('form.needed') : undefined}
          onChange={setTo}
        />
        <TextField label={t('tell.person')} maxLength={200} value={person} onChange={setPerson} />
        <TextField label={t('tell.phone')} type="tel" maxLength={200} value={phone} onChange={setPhone} />
        <MomentField
          label={t('tell.at')}
          value={at ?? null}
          lean="past"
          now={now}
          placeholder={t('sign.now')}
          onChange={setAt}
        />
      </div>
      <ChoiceField<Route>
        label={t('tell.route')}
        value={route}
        options={ROUTES.filter((value) => value !== 'system').map((value) => ({ value, label: t(`route.${value}`) }))}
        onChange={setRoute}
      />
      <TextAreaField label={t('tell.text')} rows={2} maxLength={4000} value={text} onChange={setText} />
    </FormDialog>
  )
}
