import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Classification, termOf } from '../../../shared/domain/classification.ts'
import type { Term } from '../../../shared/domain/incident/labels.ts'
import { MEANS, type Means } from '../../../shared/domain/values.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { bodyOptions } from '../intake/options.ts'
import { ActDialog, type ActDialogFrame } from './ActDialog.tsx'

export interface TransferValues {
  readonly body: Term
  readonly person: string
  readonly means: Means
  readonly note: string
}

export interface TransferDialogProps extends ActDialogFrame {
  readonly classification: Classification
  /** Key of the incident's type: its competent body is proposed. */
  readonly type: string
  onConfirm(values: TransferValues): void
}

/** 分转 to the competent body: who took it there, and by what means it was said. */
export function TransferDialog({ classification, type, onConfirm, ...frame }: TransferDialogProps) {
  const { t, i18n } = useTranslation('incidents')
  const options = useMemo(() => bodyOptions(classification, i18n.language), [classification, i18n.language])
  const competent = classification.types.find(({ key }) => key === type)?.body ?? ''
  const [body, setBody] = useState(competent)
  const [person, setPerson] = useState('')
  const [means, setMeans] = useState<Means>('phone')
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const chosen = classification.bodies.find(({ key }) => key === body)
  const term: Term | null = chosen ? termOf(chosen) : body.trim() ? { key: 'other', name: body.trim() } : null
  const confirm = () => {
    setAsked(true)
    if (term) onConfirm({ body: term, person: person.trim(), means, note: note.trim() })
  }
  return (
    <ActDialog
      {...frame}
      wide
      title={t('transfer.title')}
      explanation={t('transfer.explanation')}
      confirm={t('transfer.confirm')}
      onConfirm={confirm}
    >
      <PickField
        label={t('transfer.body')}
        required
        autoFocus
        free
        options={options}
        value={body}
        problem={asked && !term ? t('transfer.bodyMissing') : undefined}
        onChange={(value) => setBody(value ?? '')}
      />
      <TextField label={t('transfer.person')} maxLength={200} value={person} onChange={setPerson} />
      <ChoiceField<Means>
        label={t('transfer.means')}
        value={means}
        options={MEANS.filter((value) => value !== 'system').map((value) => ({
          value,
          label: t(`sentences:word.means.${value}`),
        }))}
        onChange={setMeans}
      />
      <TextField label={t('transfer.note')} maxLength={200} value={note} onChange={setNote} />
    </ActDialog>
  )
}
