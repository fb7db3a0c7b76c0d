import { type KeyboardEvent, type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BeijingTime, formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { isComposing, isPlainEnter } from '../../components/composition.ts'
import { LevelChoice } from '../../components/LevelChoice.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { FigureFields } from './FigureFields.tsx'
import { type IntakeForm, type IntakeLists, type Problems, proposeTitle, type TextField as Text } from './model.ts'
import { moveOn } from './moveOn.ts'
import { sourceOptions, typeOptions, villageOptions } from './options.ts'

export interface IntakeFormViewProps {
  readonly form: IntakeForm
  readonly lists: IntakeLists
  readonly problems: Problems
  /** Nobody is signed in: the record carries the name given here. */
  readonly unsigned: boolean
  readonly pending: boolean
  /** Why the desk refused, in words. */
  readonly refusal: string | undefined
  readonly element: RefObject<HTMLFormElement | null>
  onChange(change: Partial<IntakeForm>): void
  onSubmit(): void
  /** The focus left a field. */
  onPause(): void
}

/** The intake form, walked through with Enter; Ctrl+Enter records from anywhere. */
export function IntakeFormView(props: IntakeFormViewProps) {
  const { form, lists, problems, unsigned, onChange } = props
  const { t, i18n } = useTranslation('intake')
  const villages = useMemo(() => villageOptions(lists.villages), [lists.villages])
  const types = useMemo(() => typeOptions(lists.classification, i18n.language), [lists.classification, i18n.language])
  const sources = useMemo(
    () => sourceOptions(lists.classification, i18n.language),
    [lists.classification, i18n.language],
  )
  const next = () => {
    if (props.element.current) moveOn(props.element.current)
  }
  const problem = (field: string) => (problems[field] ? t(`problem.${problems[field]}`) : undefined)
  const text = (
    field: Text,
    more: { placeholder?: string; hint?: string; required?: boolean; maxLength?: number } = {},
  ) => (
    <TextField
      label={t(`field.${field}`)}
      maxLength={200}
      {...more}
      value={form[field]}
      problem={problem(field)}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  return (
    <form
      ref={props.element}
      className="intake-form"
      aria-label={t('title')}
      noValidate
      onKeyDown={(event) => onKey(event, props)}
      onBlur={props.onPause}
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <div className="intake-row intake-where">
        <div data-field="village">
          <PickField
            label={t('field.village')}
            options={villages}
            value={form.village || null}
            placeholder={t('villageHint')}
            onChange={(village) => onChange({ village: village ?? '' })}
            onPicked={next}
          />
        </div>
        <div data-field="place">{text('place', { placeholder: t('placeHint') })}</div>
        <div data-field="type">
          <PickField
            label={t('field.type')}
            options={types}
            value={form.type || null}
            placeholder={t('typeHint')}
            onChange={(type) => onChange({ type: type ?? '' })}
            onPicked={next}
          />
        </div>
      </div>
      <div data-field="description">
        <TextAreaField
          label={t('field.description')}
          rows={2}
          maxLength={10_000}
          placeholder={t('descriptionHint')}
          value={form.description}
          problem={problem('description')}
          onChange={(description) => onChange({ description })}
        />
      </div>
      <FigureFields
        kinds={lists.classification.figures}
        typed={form.figures}
        problems={problems}
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
            problem={problem('source')}
            onChange={(source) => onChange({ source: source ?? '' })}
            onPicked={next}
          />
        </div>
        <div data-field="callerName">{text('callerName')}</div>
        <div data-field="callerPhone">{text('callerPhone')}</div>
        <div data-field="callerPost">{text('callerPost')}</div>
      </div>
      <div className="intake-row intake-two">
        <div data-field="measures">{text('measures', { maxLength: 10_000, placeholder: t('measuresHint') })}</div>
        <div data-field="requests">{text('requests', { maxLength: 10_000, placeholder: t('requestsHint') })}</div>
      </div>
      <div className="intake-row intake-when">
        <div data-field="at">{text('at', { placeholder: t('atHint') })}</div>
        <div data-field="reportedAt" data-aside>
          {text('reportedAt', { placeholder: formatBeijing(form.openedMs, 'time') })}
        </div>
        <div data-field="title">{text('title', { placeholder: proposeTitle(form, lists) || t('titleHint') })}</div>
        {unsigned ? <div data-field="claimedName">{text('claimedName', { required: true })}</div> : null}
      </div>
      {props.refusal ? (
        <p className="field-problem" role="alert">
          {props.refusal}
        </p>
      ) : null}
      <div className="intake-foot">
        <span className="muted">
          {t('openedAt')} <BeijingTime ms={form.openedMs} format="monthDay" />
          {t('keys')}
        </span>
        <Button submit kind="primary" pending={props.pending} hotkey="Ctrl+Enter">
          {t('record')}
        </Button>
      </div>
    </form>
  )
}

/** Enter moves on, and in the last field records; Ctrl+Enter records. Never while pinyin is being composed. */
function onKey(event: KeyboardEvent<HTMLFormElement>, { onSubmit }: Pick<IntakeFormViewProps, 'onSubmit'>): void {
  if (event.key !== 'Enter' || event.defaultPrevented) return
  // In a text of several lines Shift+Enter is the new line; a button's Enter presses it.
  if (event.target instanceof HTMLButtonElement || isSummary(event.target)) return
  if (event.target instanceof HTMLTextAreaElement && event.shiftKey) return
  event.preventDefault()
  if (isComposing(event) || !isPlainEnter(event) || event.repeat) return
  if (event.ctrlKey || !moveOn(event.currentTarget)) onSubmit()
}

function isSummary(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.tagName === 'SUMMARY'
}
