import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BILLINGS } from '../../../shared/ipc/links.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { changeKind, type FormField, KINDS, type LinkForm, problemsOf } from './model.ts'

export interface LinkDialogViewProps {
  readonly initial: LinkForm
  readonly isNew: boolean
  /** Network cards of this machine. */
  readonly cards: readonly string[]
  readonly pending: boolean
  /** Why the desk refused, in words. */
  readonly problem: string | undefined
  onSave(form: LinkForm): void
  onRemove(): void
  onCancel(): void
}

/** A link's configuration. Enter saves; what cannot be taken is said at its field, and nothing typed is lost. */
export function LinkDialogView(props: LinkDialogViewProps) {
  const { isNew, cards, pending, problem } = props
  const { t } = useTranslation('link')
  const { t: common } = useTranslation()
  const [form, setForm] = useState(props.initial)
  const [asked, setAsked] = useState(false)
  const title = t(isNew ? 'addTitle' : 'editTitle')
  const change = (part: Partial<LinkForm>) => setForm((old) => ({ ...old, ...part }))
  const problems = asked ? problemsOf(form) : []
  const say = (field: FormField) => (problems.includes(field) ? t(`problem.${field}`) : undefined)
  const save = () => {
    setAsked(true)
    if (problemsOf(form).length === 0 && !pending) props.onSave(form)
  }
  return (
    <FormDialog
      title={title}
      wide
      submit={t('save')}
      pending={pending}
      buttons={
        isNew ? null : (
          <Button kind="danger" onClick={props.onRemove}>
            {t('remove')}
          </Button>
        )
      }
      onSubmit={save}
      onCancel={props.onCancel}
    >
      <ChoiceField
        label={t('kind')}
        value={form.kind}
        options={KINDS.map((value) => ({ value, label: common(`link.kind.${value}`) }))}
        onChange={(kind) => setForm((old) => changeKind(old, kind))}
      />
      <div className="link-form-grid">
        <TextField
          label={t('linkAddress')}
          hint={t('addressHint')}
          required
          autoFocus
          maxLength={300}
          problem={problem ?? say('url')}
          value={form.url}
          onChange={(url) => change({ url })}
        />
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          maxLength={20}
          value={form.name}
          onChange={(name) => change({ name })}
        />
        <PickField
          label={t('card')}
          hint={t('cardHint')}
          problem={say('card')}
          free
          placeholder={t('anyCard')}
          options={cards.map((card) => ({ id: card, label: card }))}
          value={form.card === '' ? null : form.card}
          onChange={(card) => change({ card: card ?? '' })}
        />
        <TextField
          label={t('rate')}
          hint={t('rateHint')}
          required
          maxLength={12}
          problem={say('rate')}
          value={form.rate}
          onChange={(rate) => change({ rate })}
        />
      </div>
      <ChoiceField
        label={t('billing')}
        value={form.billing}
        options={BILLINGS.map((value) => ({ value, label: t(`billingOf.${value}`) }))}
        onChange={(billing) => change({ billing })}
      />
      <div className="link-form-grid">
        <ChoiceField
          label={t('laneFloor')}
          value={form.laneFloor}
          options={(['2', '1', '0'] as const).map((value) => ({ value, label: t(`floor.${value}`) }))}
          onChange={(laneFloor) => change({ laneFloor })}
        />
        <TextField
          label={t('budget')}
          hint={t('budgetHint')}
          maxLength={12}
          problem={say('budget')}
          value={form.budget}
          onChange={(budget) => change({ budget })}
        />
      </div>
    </FormDialog>
  )
}
