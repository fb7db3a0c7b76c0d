import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../../components/momentText.ts'
import { StatusTag } from '../../../components/StatusTag.tsx'
import type { CallLine } from './model.ts'

export interface CallListViewProps {
  readonly lines: readonly CallLine[]
  readonly chosen: string
  readonly now: number
  onChoose(key: string): void
}

/** Whom to ring, in order, with what came of the calls so far. */
export function CallListView({ lines, chosen, now, onChoose }: CallListViewProps) {
  const { t } = useTranslation('tasks')
  return (
    <fieldset className="calling-list">
      <legend className="hidden-visually">{t('calling.people')}</legend>
      {lines.map(({ key, callee, rings }) => (
        <label key={key} data-first={key === chosen || undefined} data-chosen={key === chosen || undefined}>
          <input type="radio" name="callee" checked={key === chosen} onChange={() => onChoose(key)} />
          <span className="calling-name">
            <strong>{callee.name}</strong>{' '}
            <span className="muted">{callee.title || t(`calling.post.${callee.post}`)}</span>
          </span>
          <span className="calling-phone digits">{callee.phone}</span>
          {rings.length > 0 ? (
            <span className="calling-rings">
              {rings.map(({ at, outcome, voided, writer }) => (
                <StatusTag
                  key={writer.version}
                  tone={voided ? 'mute' : outcome === 'repeated' ? 'good' : outcome === 'through' ? 'info' : 'warn'}
                >
                  {voided ? (
                    <s>{`${formatMoment(at, now)} ${t(`calling.outcome.${outcome}`)}`}</s>
                  ) : (
                    `${formatMoment(at, now)} ${t(`calling.outcome.${outcome}`)}`
                  )}
                </StatusTag>
              ))}
            </span>
          ) : null}
        </label>
      ))}
    </fieldset>
  )
}
