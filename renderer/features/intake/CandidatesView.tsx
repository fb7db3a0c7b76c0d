import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../shared/ipc/calls.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { isComposing } from '../../components/composition.ts'
import { isDoublePress } from '../../components/doublePress.ts'
import { LevelMark } from '../../components/LevelMark.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { buttonsIn, walkFocus } from '../../components/walkFocus.ts'
import './candidates.css'

export interface CandidatesViewProps {
  /** Open incidents the call may belong to, best first; at most nine, one key each. */
  readonly candidates: readonly Candidate[]
  /** Id of the one chosen; null: a new incident; undefined: not chosen yet. */
  readonly choice: string | null | undefined
  /** The call waits to be recorded until one is chosen: the list has the keys now. */
  readonly asking: boolean
  onChoose(choice: string | null): void
  /** Back to the form. */
  onBack(): void
}

/** “Is it one of these?” 1–9 attaches the call, 0 or N opens a new incident, arrows and Enter do the same. */
export function CandidatesView({ candidates, choice, asking, onChoose, onBack }: CandidatesViewProps) {
  const { t } = useTranslation('intake')
  const list = useRef<HTMLDivElement>(null)
  const askedAt = useRef(0)
  const preselect = useEffectEvent(() => {
    askedAt.current = performance.now()
    buttonsIn(list.current).at(likelyOf(candidates))?.focus()
  })
  useEffect(() => {
    if (asking) preselect()
  }, [asking])
  const onKey = (event: KeyboardEvent) => {
    // The Enter that asked, still held or pressed twice, has not seen the question yet.
    if (event.key === 'Enter' && (event.repeat || isDoublePress(askedAt.current, event.timeStamp))) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (isComposing(event) || event.repeat || event.ctrlKey || event.metaKey) return
    const picked = keyOf(event.key, candidates)
    if (picked !== undefined) onChoose(picked)
    else if (event.key === 'Escape') onBack()
    else if (!walkFocus(event, buttonsIn(list.current), true)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section
      className={asking ? 'intake-candidates intake-asking' : 'intake-candidates'}
      aria-label={t('candidates.title')}
    >
      <h3>{asking ? t('candidates.ask') : t('candidates.title')}</h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys work from each of its buttons */}
      <div ref={list} className="intake-candidate-list" onKeyDown={onKey}>
        {candidates.map((candidate, index) => (
          <button
            key={candidate.id}
            type="button"
            className="intake-candidate"
            aria-pressed={choice === candidate.id}
            onClick={() => onChoose(candidate.id)}
          >
            <kbd>{index + 1}</kbd>
            <span className="intake-candidate-words">
              <span className="intake-candidate-title">
                <span className="digits">{candidate.no}</span> {candidate.title}
              </span>
              <span className="intake-candidate-facts">
                <LevelMark level={candidate.level} />
                <span>{t(`sentences:word.phase.${candidate.phase}`)}</span>
                <BeijingTime ms={candidate.openedMs} format="monthDay" />
                <span>{t('candidates.calls', { count: candidate.calls })}</span>
              </span>
            </span>
            <span className="intake-candidate-why">
              {candidate.sameVillage ? (
                <StatusTag tone="info" shape={null}>
                  {t('candidates.sameVillage')}
                </StatusTag>
              ) : null}
              {candidate.sameType ? (
                <StatusTag tone="info" shape={null}>
                  {t('candidates.sameType')}
                </StatusTag>
              ) : null}
            </span>
          </button>
        ))}
        <button
          type="button"
          className="intake-candidate"
          aria-pressed={choice === null}
          onClick={() => onChoose(null)}
        >
          <kbd>0</kbd>
          <span className="intake-candidate-words">{t('candidates.open')}</span>
        </button>
      </div>
      <p className="muted">{asking ? t('candidates.askKeys') : t('candidates.keys')}</p>
    </section>
  )
}

/**
 * What is at hand when it is asked: the first incident of the same village, else the new incident. A likeness of kind alone
 * (another village's landslide) is never one Enter away.
 * @returns its place in the list; -1, the last: a new incident
 */
export function likelyOf(candidates: readonly Pick<Candidate, 'sameVillage'>[]): number {
  return candidates.findIndex(({ sameVillage }) => sameVillage)
}

/** What a key chooses: an incident's id, null for a new one, undefined for nothing. */
export function keyOf(key: string, candidates: readonly Candidate[]): string | null | undefined {
  if (key === '0' || key.toLowerCase() === 'n') return null
  return /^[1-9]$/.test(key) ? candidates[Number(key) - 1]?.id : undefined
}
