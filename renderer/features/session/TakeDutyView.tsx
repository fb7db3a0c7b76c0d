import { useTranslation } from 'react-i18next'
import type { Holder } from '../../../shared/domain/duty/duty.ts'
import type { Post } from '../../../shared/domain/duty/events.ts'
import type { ResultOf } from '../../../shared/ipc/contract.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'

export interface TakeDutyViewProps {
  readonly post: Post
  readonly holders: readonly Holder[]
  readonly people: ResultOf<'people.options'>
  readonly person: string | null
  readonly note: string
  readonly problem: string | undefined
  readonly refusal: string | undefined
  readonly pending: boolean
  onPerson(id: string | null): void
  onNote(note: string): void
  onTake(): void
  onClose(): void
}

export function TakeDutyView(props: TakeDutyViewProps) {
  const { post, holders, people, person, note, problem, refusal, pending, onPerson, onNote, onTake, onClose } = props
  const { t } = useTranslation('session')
  return (
    <Dialog title={t(`take.${post}`)} help="signIn" onCancel={onClose}>
      {holders.length === 0 ? <p className="muted">{t('nobodyBefore')}</p> : null}
      {holders.map((holder) => (
        <p key={holder.id}>
          {t('holder', { name: holder.name, since: formatBeijing(holder.sinceMs) })}
          {holder.note ? <span className="muted">{t('holderNote', { note: holder.note })}</span> : null}
        </p>
      ))}
      <EnterForm label={t(`take.${post}`)} className="form-column" onSubmit={onTake}>
        <PickField
          label={t(`taker.${post}`)}
          required
          autoFocus
          options={people.map(({ id, name, post: note }) => ({ id, label: name, note }))}
          value={person}
          problem={problem}
          onChange={onPerson}
        />
        <TextAreaField label={t('handover')} hint={t('handoverHint')} rows={4} value={note} onChange={onNote} />
        <FormFooter
          problem={refusal}
          submit={t(`take.${post}`)}
          hotkey="Ctrl+Enter"
          pending={pending}
          escape
          onCancel={onClose}
        />
      </EnterForm>
    </Dialog>
  )
}
