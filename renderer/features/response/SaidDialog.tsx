import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Means } from '../../../shared/domain/values.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { ActDialog, type ActDialogFrame } from '../incidents/ActDialog.tsx'
import { SPOKEN } from './AuthorityFields.tsx'

/** Who said it, by what means, when, and in what words. */
export interface Said {
  readonly by: string
  readonly means: Means
  /** ms; the moment of saving when left alone. */
  readonly at: number
  readonly text: string
}

/** As it is being typed; null: no other time than that of saving. */
export interface SaidSoFar extends Omit<Said, 'at'> {
  readonly at: number | null
}

/** `at` undefined: what is typed there is no time. */
type Typed = Omit<Said, 'at'> & { readonly at: number | null | undefined }

export interface SaidDialogProps extends ActDialogFrame {
  readonly title: string
  readonly explanation?: string
  readonly confirm: string
  readonly now: number
  readonly means?: Means
  /** Label of the field for who said it; null: nobody is asked. */
  readonly byLabel: string | null
  readonly by?: string
  /** Label of the words; they come first. */
  readonly textLabel: string
  readonly textRequired?: boolean
  /** Fields of the act's own, above. */
  readonly children?: ReactNode
  /** False: a field of the act's own is not filled in. */
  readonly ready?: boolean
  /** Says what is missing then. */
  readonly notReady?: string
  /** Label of the time when it is another than when it was said. */
  readonly atLabel?: string
  /** What was left of an earlier time. */
  readonly first?: SaidSoFar | undefined
  /** Told with every key, for a draft. */
  onTyped?(said: SaidSoFar): void
  onConfirm(said: Said): void
}

/** Writes down what somebody told: everything is filled in already, Enter records it. */
export function SaidDialog(props: SaidDialogProps) {
  const { title, explanation, confirm, now, byLabel, textLabel, textRequired = false, children, ready = true } = props
  const { t } = useTranslation('response')
  const [said, setSaid] = useState<Typed>(
    props.first ?? { by: props.by ?? '', means: props.means ?? 'phone', at: null, text: '' },
  )
  const { by, means, at, text } = said
  const [asked, setAsked] = useState(false)
  const change = (part: Partial<Typed>) => {
    const next = { ...said, ...part }
    setSaid(next)
    props.onTyped?.({ ...next, at: next.at ?? null })
  }
  const missing = textRequired && text.trim() === ''
  return (
    <ActDialog
      pending={props.pending}
      problem={asked && !ready ? props.notReady : props.problem}
      onCancel={props.onCancel}
      wide
      title={title}
      explanation={explanation}
      confirm={confirm}
      onConfirm={() => {
        setAsked(true)
        if (missing || at === undefined || !ready) return
        props.onConfirm({ by: by.trim(), means, at: at ?? Date.now(), text: text.trim() })
      }}
    >
      {children}
      <TextField
        label={textLabel}
        required={textRequired}
        autoFocus={children === undefined}
        maxLength={200}
        value={text}
        problem={asked && missing ? t('problem.text') : undefined}
        onChange={(typed) => change({ text: typed })}
      />
      <ChoiceField<Means>
        label={t('field.means')}
        value={means}
        options={SPOKEN.map((value) => ({ value, label: t(`sentences:word.means.${value}`) }))}
        onChange={(chosen) => change({ means: chosen })}
      />
      <div className="form-row">
        {byLabel === null ? null : (
          <TextField label={byLabel} maxLength={200} value={by} onChange={(typed) => change({ by: typed })} />
        )}
        <MomentField
          label={props.atLabel ?? t('field.at')}
          value={at ?? null}
          lean="past"
          now={now}
          placeholder={t('field.now')}
          onChange={(typed) => change({ at: typed })}
        />
      </div>
    </ActDialog>
  )
}
