import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MEANS, type Means, type PersonRef } from '../../../shared/domain/values.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { isComposing } from '../../components/composition.ts'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { PickField } from '../../components/PickField.tsx'
import type { PickOption } from '../../components/pickOptions.ts'
import { TextField } from '../../components/TextField.tsx'
import type { Draft } from '../../components/useDraft.ts'
import { type ActDraft, actDraftOf } from './actDraft.ts'
import './taskDetail.css'

/** By what means people tell; `system` is for what nobody told. */
export const SPOKEN_MEANS: readonly Means[] = MEANS.filter((means) => means !== 'system')

export interface ActFormValues {
  /** ms; the moment of saving when left alone. */
  readonly at: number | null
  readonly by: string
  /** Who that is, when chosen from the roster. */
  readonly person: PersonRef | null
  readonly means: Means
  readonly text: string
}

export interface ActFormProps {
  /** What is being written down, such as 到场. */
  readonly title: string
  /** What it stands in says the title already. */
  readonly titled?: boolean
  /** What will follow, such as steps left 未报. */
  readonly warning?: string | undefined
  readonly now: number
  readonly by: string
  readonly means: Means
  /** Label of the field for who reported it; null: an act of our own, nobody is asked. */
  readonly byLabel: string | null
  /** The roster, where it matters who it was; a name that is not in it is taken as it is typed. */
  readonly people?: readonly PickOption[]
  /** An act of our own was told to nobody. */
  readonly asksMeans: boolean
  readonly textLabel: string
  readonly textRequired: boolean
  readonly pending: boolean
  /** What was left of an earlier time; what is typed is kept. */
  readonly draft: Pick<Draft<ActDraft>, 'found' | 'keep'>
  onSave(values: ActFormValues): void
  onCancel(): void
}

const nobody: readonly PickOption[] = []

/** One act on a task: everything is filled in already, Enter records it. */
export function ActForm(props: ActFormProps) {
  const {
    title,
    titled = false,
    warning,
    now,
    byLabel,
    asksMeans,
    textLabel,
    textRequired,
    pending,
    people = nobody,
  } = props
  const { t } = useTranslation('tasks')
  const { found } = props.draft
  const [at, setAt] = useState<number | null | undefined>(found?.at ?? null)
  // What the form was opened with: who said it does not change while it is typed.
  const [proposed] = useState({ by: props.by, means: props.means })
  const [typedBy, setTypedBy] = useState(found?.by ?? null)
  const [chosenMeans, setChosenMeans] = useState(found?.means ?? null)
  const by = typedBy ?? proposed.by
  const means = chosenMeans ?? proposed.means
  const [text, setText] = useState(found?.text ?? '')
  const keep = (part: Partial<ActDraft>) =>
    props.draft.keep(actDraftOf({ at: at ?? null, by: typedBy, means: chosenMeans, text, ...part }))
  const [asked, setAsked] = useState(false)
  const changeBy = (typed: string) => {
    const own = typed === proposed.by ? null : typed
    setTypedBy(own)
    keep({ by: own })
  }
  const missing = textRequired && text.trim() === ''
  const save = () => {
    setAsked(true)
    if (!missing && at !== undefined && !pending) {
      const chosen = people.find(({ id }) => id === by)
      const person = chosen ? { id: chosen.id, name: chosen.label } : null
      props.onSave({ at, by: person?.name ?? by.trim(), person, means, text: text.trim() })
    }
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return
    event.stopPropagation()
    props.onCancel()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form from any of its fields.
    <div onKeyDown={leave}>
      <EnterForm label={title} className="task-act" onSubmit={save}>
        {titled ? null : <h3>{title}</h3>}
        {warning ? <p className="task-warning">{warning}</p> : null}
        <TextField
          label={textLabel}
          value={text}
          required={textRequired}
          autoFocus
          maxLength={textRequired ? 1000 : 200}
          problem={asked && missing ? t('problem.text') : undefined}
          onChange={(typed) => {
            setText(typed)
            keep({ text: typed })
          }}
        />
        {asksMeans ? (
          <ChoiceField<Means>
            label={t('field.means')}
            value={means}
            options={SPOKEN_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
            onChange={(chosen) => {
              const own = chosen === proposed.means ? null : chosen
              setChosenMeans(own)
              keep({ means: own })
            }}
          />
        ) : null}
        <div className="form-row">
          {byLabel === null || people.length > 0 ? null : (
            <TextField label={byLabel} value={by} maxLength={200} onChange={changeBy} />
          )}
          {byLabel !== null && people.length > 0 ? (
            <PickField free label={byLabel} options={people} value={by} onChange={(value) => changeBy(value ?? '')} />
          ) : null}
          <MomentField
            label={t('field.at')}
            value={at ?? null}
            lean="past"
            now={now}
            placeholder={t('field.now')}
            onChange={(typed) => {
              setAt(typed)
              keep({ at: typed ?? null })
            }}
          />
        </div>
        <FormFooter submit={t('record')} pending={pending} escape onCancel={props.onCancel} />
      </EnterForm>
    </div>
  )
}
