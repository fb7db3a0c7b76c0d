import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isFromAbove } from '../../../shared/domain/classification.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { LevelChoice } from '../../components/LevelChoice.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useNow } from '../../components/useNow.ts'
import { FigureFields } from './FigureFields.tsx'
import { type IntakeForm, type IntakeLists, type Problems, proposeTitle, type TextField as Text } from './model.ts'
import './fields.css'
import { dayHint } from './dayHint.ts'
import { sourceOptions, typeOptions, villageOptions } from './options.ts'

export interface IntakeFieldsProps {
  readonly form: IntakeForm
  readonly lists: IntakeLists
  readonly problems: Problems
  /** Nobody is signed in: the record carries the name given here. */
  readonly unsigned: boolean
  /** The call is in the log already and only corrected. */
  readonly recorded?: boolean
  /** By field: the words of the line it stands on. */
  readonly quotes?: Readonly<Record<string, string>>
  onChange(change: Partial<IntakeForm>): void
  /** An option was taken: the focus may move on. */
  onPicked(): void
}

/** The fields of a call: what and where first, because with them the matching incidents can be offered. */
export function IntakeFields(props: IntakeFieldsProps) {
  const { form, lists, problems, unsigned, recorded = false, quotes = {}, onChange, onPicked } = props
  const { t, i18n } = useTranslation('intake')
  const villages = useMemo(() => villageOptions(lists.villages), [lists.villages])
  const types = useMemo(() => typeOptions(lists.classification, i18n.language), [lists.classification, i18n.language])
  const sources = useMemo(
    () => sourceOptions(lists.classification, i18n.language),
    [lists.classification, i18n.language],
  )
  // What the line does not say is unknown, and says so.
  const hint = (text: string) => (form.line.trim() === '' ? text : t('line.unknown'))
  const problem = (field: string) => (problems[field] ? t(`problem.${problems[field]}`) : undefined)
  const now = useNow()
  const day = (field: 'at' | 'reportedAt') => dayHint(form[field], now, t)
  const above = isFromAbove(form.source, lists.classification.sources)
  const text = (
    field: Text,
    more: {
      label?: string
      placeholder?: string
      required?: boolean
      maxLength?: number
      hint?: string | undefined
    } = {},
  ) => (
    <TextField
      label={t(`field.${field}`)}
      maxLength={200}
      {...more}
      value={form[field]}
      quote={quotes[field]}
      problem={problem(field)}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  return (
    <>
      <div className="intake-row intake-where">
        <div data-field="village">
          <PickField
            label={t('field.village')}
            options={villages}
            value={form.village || null}
            placeholder={hint(t('villageHint'))}
            quote={quotes.village}
            onChange={(village) => onChange({ village: village ?? '' })}
            onPicked={onPicked}
          />
        </div>
        <div data-field="place">{text('place', { placeholder: hint(t('placeHint')) })}</div>
        <div data-field="type">
          <PickField
            label={t('field.type')}
            options={types}
            value={form.type || null}
            placeholder={hint(t('typeHint'))}
            quote={quotes.type}
            onChange={(type) => onChange({ type: type ?? '' })}
            onPicked={onPicked}
          />
        </div>
      </div>
      <div data-field="description">
        <TextAreaField
          label={t('field.description')}
          rows={form.line.trim() === '' ? 2 : 1}
          maxLength={10_000}
          placeholder={t(form.line.trim() === '' ? 'descriptionHint' : 'line.descriptionHint')}
          value={form.description}
          problem={problem('description')}
          onChange={(description) => onChange({ description })}
        />
      </div>
      <FigureFields
        kinds={lists.classification.figures}
        typed={form.figures}
        problems={problems}
        quotes={quotes}
        onChange={(field, typed) => onChange({ figures: { ...form.figures, [field]: typed } })}
      />
      <LevelChoice value={form.level} onChange={(level) => onChange({ level })} />
      <div className="intake-row intake-who">
        <div data-field="source">
          <PickField
            label={t('field.source')}
            required
            free
            options={sources}
            value={form.source}
            quote={quotes.source}
            problem={problem('source')}
            onChange={(source) => onChange({ source: source ?? '' })}
            onPicked={onPicked}
          />
        </div>
        <div data-field="callerName">{text('callerName')}</div>
        <div data-field="callerPhone">{text('callerPhone')}</div>
        <div data-field="callerPost">{text('callerPost')}</div>
      </div>
      <div className="intake-row intake-two">
        <div data-field="measures">{text('measures', { maxLength: 10_000, placeholder: t('measuresHint') })}</div>
        <div data-field="requests">
          {text('requests', {
            label: t(above ? 'field.ordered' : 'field.requests'),
            maxLength: 10_000,
            placeholder: t(above ? 'orderedHint' : 'requestsHint'),
          })}
        </div>
      </div>
      <div className="intake-row intake-when">
        <div data-field="at">{text('at', { placeholder: hint(t('atHint')), hint: day('at') })}</div>
        <div data-field="reportedAt" data-aside>
          {text('reportedAt', { placeholder: formatBeijing(form.openedMs, 'time'), hint: day('reportedAt') })}
        </div>
        {recorded ? null : (
          <div data-field="title">{text('title', { placeholder: proposeTitle(form, lists) || t('titleHint') })}</div>
        )}
        {unsigned ? <div data-field="claimedName">{text('claimedName', { required: true })}</div> : null}
      </div>
    </>
  )
}
