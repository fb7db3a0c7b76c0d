import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { isComposing, isPlainEnter } from '../../components/composition.ts'
import { Refusal } from '../../components/Refusal.tsx'
import { useNow } from '../../components/useNow.ts'
import { IntakeFields } from './IntakeFields.tsx'
import { LineView, type LineViewProps } from './LineView.tsx'
import { quotesOf } from './lineFill.ts'
import { type IntakeForm, type IntakeLists, type Problems, reportedAtOf } from './model.ts'
import { moveOn } from './moveOn.ts'

export interface IntakeFormViewProps {
  /** As shown: filled by the line where no hand has been. */
  readonly form: IntakeForm
  /** As typed, without what the line fills. */
  readonly typed: IntakeForm
  readonly read: LineViewProps['read']
  readonly lists: IntakeLists
  readonly problems: Problems
  /** Nobody is signed in: the record carries the name given here. */
  readonly unsigned: boolean
  readonly pending: boolean
  /** Why the desk refused, in words. */
  readonly refusal: string | undefined
  readonly element: RefObject<HTMLFormElement | null>
  /** A field was changed by hand. */
  onChange(change: Partial<IntakeForm>): void
  onLine(line: string): void
  onSubmit(): void
  /** The focus left a field. */
  onPause(): void
}

/** The intake form, walked through with Enter; Ctrl+Enter records from anywhere. */
export function IntakeFormView(props: IntakeFormViewProps) {
  const { form, typed, read } = props
  const { t } = useTranslation('intake')
  const reportedAt = reportedAtOf(form, useNow())
  const next = () => {
    if (props.element.current) moveOn(props.element.current)
  }
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
      <LineView line={form.line} read={read} onChange={props.onLine} />
      <IntakeFields {...props} recorded={false} quotes={quotesOf(typed, read?.fill ?? {})} onPicked={next} />
      <Refusal text={props.refusal} />
      <div className="intake-foot">
        <span className="muted">
          {t('openedAt')} {reportedAt === null ? '—' : <BeijingTime ms={reportedAt} format="monthDay" />}
          {t('keys')}
        </span>
        <Button submit kind="primary" pending={props.pending} hotkey="Ctrl+Enter">
          {t('record')}
        </Button>
      </div>
    </form>
  )
}

/** Enter moves on, in the line and in the last field it records; Ctrl+Enter records from anywhere. Never while pinyin is being composed. */
function onKey(event: KeyboardEvent<HTMLFormElement>, { typed }: Pick<IntakeFormViewProps, 'typed'>): void {
  if (event.key !== 'Enter' || event.defaultPrevented) return
  // In a text of several lines Shift+Enter is the new line; a button's Enter presses it.
  if (event.target instanceof HTMLButtonElement || isSummary(event.target)) return
  if (event.target instanceof HTMLTextAreaElement && event.shiftKey) return
  event.preventDefault()
  if (isComposing(event) || !isPlainEnter(event) || event.repeat) return
  const line = event.target instanceof HTMLElement && event.target.closest('[data-field="line"]') !== null
  // As an event of its own it finds the form with what this key has just put into it.
  if (event.ctrlKey || (line && typed.line.trim() !== '') || !moveOn(event.currentTarget))
    event.currentTarget.requestSubmit()
}

function isSummary(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.tagName === 'SUMMARY'
}
