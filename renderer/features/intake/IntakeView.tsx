import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { isComposing } from '../../components/composition.ts'
import { DrillMark } from '../../components/DrillMark.tsx'
import { openModal } from '../../components/openModal.ts'
import { useWorld } from '../../world.ts'
import { CandidatesView, type CandidatesViewProps, keyOf } from './CandidatesView.tsx'
import { DraftOffersView, type DraftOffersViewProps } from './DraftOffersView.tsx'
import { IntakeFormView, type IntakeFormViewProps } from './IntakeFormView.tsx'
import { focusFirst } from './moveOn.ts'
import { RecordedView, type RecordedViewProps } from './RecordedView.tsx'
import './intake.css'

export interface IntakeViewProps
  extends IntakeFormViewProps,
    CandidatesViewProps,
    Omit<RecordedViewProps, 'onOpen'>,
    DraftOffersViewProps {
  /** Of the form in hand: another one starts a fresh form. */
  readonly draftId: string
  /** Files of the classification that cannot be read: their lists are empty. */
  readonly unreadable: readonly string[]
  onOpenIncident(id: string): void
  /** Escape: puts the form away, what was typed stays. */
  onClose(): void
}

/**
 * Taking a call (接报), over everything else: the form, and beside it what it may belong to, what was just recorded and what was
 * left unfinished. Render it only while it is open.
 */
export function IntakeView(props: IntakeViewProps) {
  const { t } = useTranslation('intake')
  const drill = useWorld() === 'drill'
  const dialog = useRef<HTMLDialogElement>(null)
  const { candidates, draftId, element: form } = props
  // Before it is taken off the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    return dialog.current ? openModal(dialog.current) : undefined
  }, [])
  // A new form begins at its first field: after 已记录 the next call can be typed at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is what makes the form a new one
  useLayoutEffect(() => {
    if (form.current) focusFirst(form.current)
  }, [form, draftId])
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'F4' && props.drafts[0]) props.onResume(props.drafts[0].id)
    else if (event.altKey && /^Digit\d$/.test(event.code)) {
      const picked = keyOf(event.code.slice(-1), candidates)
      if (picked !== undefined && candidates.length > 0) props.onChoose(picked)
      // Beneath lies the frame, whose rooms these keys would open.
      event.stopPropagation()
    } else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      className="intake"
      data-help="intake"
      aria-label={t('title')}
      onKeyDown={onKey}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
    >
      <header className="intake-head">
        <h2>{t('title')}</h2>
        <DrillMark />
        {drill ? <strong className="intake-real">{t('drill:inIntake')}</strong> : null}
        {props.unsigned ? <span className="intake-quiet">{t('unsigned')}</span> : null}
        {props.unreadable.length > 0 ? (
          <span className="field-problem">
            {t('unreadable', { files: props.unreadable.join(t('common:list.comma')) })}
          </span>
        ) : null}
        <Button kind="quiet" hotkey="Esc" onClick={props.onClose}>
          {t('putAway')}
        </Button>
      </header>
      <div className="intake-body">
        <IntakeFormView key={draftId} {...props} />
        <aside className="intake-side">
          <RecordedView recorded={props.recorded} onOpen={props.onOpenIncident} />
          {candidates.length > 0 ? (
            <CandidatesView {...props} />
          ) : (
            <p className="muted">
              {t(props.form.village || props.form.type ? 'candidates.nothing' : 'candidates.none')}
            </p>
          )}
          <DraftOffersView {...props} />
        </aside>
      </div>
    </dialog>
  )
}
