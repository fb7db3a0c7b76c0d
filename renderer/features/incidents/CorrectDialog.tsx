import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentFields } from '../../../shared/domain/incident/events.ts'
import { LevelChoice } from '../../components/LevelChoice.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { Draft } from '../../components/useDraft.ts'
import { dayHint } from '../intake/dayHint.ts'
import type { IntakeLists, Problems } from '../intake/model.ts'
import { typeOptions, villageOptions } from '../intake/options.ts'
import { ActDialog, type ActDialogFrame } from './ActDialog.tsx'
import { type CorrectDraft, correctDraftOf, withCorrectDraft } from './correctDraft.ts'
import { factsOf, formOfFacts, LONG_FIELDS } from './incidentCorrection.ts'
import './incidents.css'

export interface CorrectDialogProps extends ActDialogFrame {
  readonly fields: IncidentFields
  readonly lists: IntakeLists
  /** ms */
  readonly now: number
  /** What was left of an earlier time; what is typed is kept. */
  readonly draft: Pick<Draft<CorrectDraft>, 'found' | 'keep'>
  onConfirm(set: Partial<IncidentFields>, reason: string): void
}

/** Corrects or completes what is known of the incident: only what was changed is written. */
export function CorrectDialog({ fields, lists, now, draft, onConfirm, ...frame }: CorrectDialogProps) {
  const { t, i18n } = useTranslation('incidents')
  const [before] = useState(() => formOfFacts(fields, now))
  const [form, setForm] = useState(() => withCorrectDraft(before, draft.found ?? null))
  const [reason, setReason] = useState(draft.found?.reason ?? '')
  const keep = (next: typeof before, why: string) => {
    setForm(next)
    setReason(why)
    draft.keep(correctDraftOf(before, next, why, now))
  }
  const change = (part: Partial<typeof before>) => keep({ ...form, ...part }, reason)
  const [problems, setProblems] = useState<Problems>({})
  const villages = useMemo(() => villageOptions(lists.villages), [lists.villages])
  const types = useMemo(() => typeOptions(lists.classification, i18n.language), [lists.classification, i18n.language])
  const name = (field: string) => t(`sentences:word.incidentField.${field}`)
  const problem = (field: string) => (problems[field] ? t(`intake:problem.${problems[field]}`) : undefined)
  const confirm = () => {
    const read = factsOf(before, form, lists, now)
    setProblems(read.ok ? {} : read.problems)
    if (!read.ok) return
    if (Object.keys(read.set).length === 0) frame.onCancel()
    else onConfirm(read.set, reason.trim())
  }
  return (
    <ActDialog {...frame} wide title={t('correct.title')} confirm={t('correct.confirm')} onConfirm={confirm}>
      <TextField
        label={name('title')}
        required
        autoFocus
        maxLength={200}
        value={form.title}
        problem={problem('title')}
        onChange={(title) => change({ title })}
      />
      <div className="incident-grid">
        <PickField
          label={name('type')}
          options={types}
          value={form.type || null}
          onChange={(type) => change({ type: type ?? '' })}
        />
        <PickField
          label={name('village')}
          options={villages}
          value={form.village || null}
          onChange={(village) => change({ village: village ?? '' })}
        />
        <TextField label={name('place')} maxLength={200} value={form.place} onChange={(place) => change({ place })} />
        <TextField
          label={name('at')}
          value={form.at}
          placeholder={t('intake:atHint')}
          hint={dayHint(form.at, now, t)}
          problem={problem('at')}
          onChange={(at) => change({ at })}
        />
      </div>
      <LevelChoice value={form.level} onChange={(level) => change({ level })} />
      <div className="incident-grid">
        {LONG_FIELDS.map((field) => (
          <TextAreaField
            key={field}
            label={name(field)}
            rows={1}
            maxLength={10_000}
            value={form[field]}
            onChange={(text) => change({ [field]: text })}
          />
        ))}
      </div>
      <TextField label={t('reasonOptional')} maxLength={1000} value={reason} onChange={(why) => keep(form, why)} />
    </ActDialog>
  )
}
