import type { TFunction } from 'i18next'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { recordWords } from '../../../shared/domain/review/linkSpells.ts'
import type { ReviewPage } from '../../../shared/domain/review/page.ts'
import { amountWords } from '../../components/amountWords.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { sayDuration } from '../../components/duration.ts'
import { LessonsView, type LessonsViewProps } from './LessonsView.tsx'
import { gapsOf } from './model.ts'
import { TimelineTable } from './TimelineTable.tsx'
import './review.css'

export interface ReviewViewProps extends Omit<LessonsViewProps, 'lessons'> {
  readonly page: ReviewPage
  /** Of a drill that is over: what is learned from it is real work. */
  readonly past: boolean
  readonly exporting: boolean
  onLesson(): void
  onWord(): void
  onClose(): void
}

/** 复盘: how the incident went, against its limits, and what is learned from it. */
export function ReviewView({ page, past, exporting, onLesson, onWord, onClose, ...lessons }: ReviewViewProps) {
  const { t } = useTranslation('review')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The title, and whether it was a drill, stay in sight.
    place.current?.focus({ preventScroll: true })
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const act = { n: onLesson, w: onWord }[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  const gaps = gapsOf(page)
  const comma = t('common:list.comma')
  return (
    <Dialog title={t('title', { no: page.incident.no, title: page.incident.title })} wide onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole page, beside those of its buttons. */}
      <div className="review" ref={place} tabIndex={-1} onKeyDown={onKeyDown}>
        <div className="review-head">
          <span>{lasted(page, t)}</span>
          <span className="review-acts">
            <Button size="small" hotkey="N" onClick={onLesson}>
              {t('addLesson')}
            </Button>
            <Button size="small" hotkey="W" pending={exporting} onClick={onWord}>
              {t('word')}
            </Button>
            <Button size="small" kind="quiet" hotkey="Esc" onClick={onClose}>
              {t('close')}
            </Button>
          </span>
        </div>
        <h3>{t('section.timeline')}</h3>
        <p className="muted">{t(`linkRecorded.${recordWords(page.links)}`)}</p>
        <TimelineTable page={page} />
        <h3>{t('section.gaps')}</h3>
        {gaps.steps.length === 0 && gaps.figures.length === 0 ? <p className="muted">{t('noGaps')}</p> : null}
        {gaps.steps.length > 0 ? (
          <p>{t('gapSteps', { steps: gaps.steps.map(({ key, what }) => `${t(`step.${key}`)}${what}`).join(comma) })}</p>
        ) : null}
        {gaps.figures.length > 0 ? (
          <p>{t('gapFigures', { figures: gaps.figures.map((field) => figureName(field, t)).join(comma) })}</p>
        ) : null}
        <h3>{t('section.figures')}</h3>
        <FiguresList page={page} />
        <h3>{t('section.people')}</h3>
        <ul className="review-plain">
          {page.people.map(({ name, records, firstAt, lastAt }) => (
            <li key={name}>
              {t('person', {
                name,
                count: records,
                first: formatBeijing(firstAt, 'monthDay'),
                last: formatBeijing(lastAt, 'monthDay'),
              })}
            </li>
          ))}
        </ul>
        <h3>{t('section.interruptions')}</h3>
        {page.interruptions.length === 0 ? <p className="muted">{t('noInterruptions')}</p> : null}
        <ul className="review-plain">
          {page.interruptions.map(({ kind, at }) => (
            <li key={`${kind} ${at}`}>{t(`interruption.${kind}`, { at: formatBeijing(at, 'monthDay') })}</li>
          ))}
        </ul>
        <h3>{t('section.lessons')}</h3>
        {past ? <p className="muted">{t('lessonsPast')}</p> : null}
        <LessonsView lessons={page.lessons} {...lessons} />
      </div>
    </Dialog>
  )
}

function lasted({ receivedAt, receivedBy, endedAt, now }: ReviewPage, t: TFunction): string {
  const by = receivedBy && t('review:byWhom', { by: receivedBy })
  const span = sayDuration((endedAt ?? now) - receivedAt, t)
  const at = formatBeijing(receivedAt, 'monthDay')
  return endedAt === null
    ? t('review:goesOn', { at, by, span })
    : t('review:lasted', { at, by, end: formatBeijing(endedAt, 'monthDay'), span })
}

function figureName(field: string, t: TFunction): string {
  return t(`figures:${field}`, { defaultValue: field })
}

/** How each figure developed, oldest first; what was made official is marked. */
function FiguresList({ page: { figures } }: { readonly page: ReviewPage }) {
  const { t } = useTranslation('review')
  if (figures.length === 0) return <p className="muted">{t('noFigures')}</p>
  return (
    <ul className="review-plain">
      {figures.map(({ field, claims, official }) => (
        <li key={field}>
          <strong>{figureName(field, t)}</strong>{' '}
          {claims
            .toReversed()
            .map((claim) =>
              t(official?.claim === claim.id ? 'claimOfficial' : 'claim', {
                at: formatBeijing(claim.at, 'monthDay'),
                amount: amountWords(claim.amount, t),
                source: claim.source,
              }),
            )
            .join(t('then'))}
        </li>
      ))}
    </ul>
  )
}
