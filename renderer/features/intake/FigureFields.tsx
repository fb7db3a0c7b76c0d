import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../../shared/domain/amountText.ts'
import type { FigureKind } from '../../../shared/domain/classification.ts'
import { amountWords } from '../../components/amountWords.ts'
import type { Problems } from './model.ts'
import './figureFields.css'

interface FigureFieldsProps {
  readonly kinds: readonly FigureKind[]
  /** As typed, by field; nothing typed is nothing said. */
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
  /** By `figures.<field>`: the words of the line it stands on. */
  readonly quotes?: Readonly<Record<string, string>>
  onChange(field: string, typed: string): void
}

/** Figures as they come over the phone: 2, 约15, 3-5, or ? for “spoken of, but nobody knows how many”. */
export function FigureFields({ kinds, typed, problems, quotes = {}, onChange }: FigureFieldsProps) {
  const { t } = useTranslation('intake')
  const first = kinds.filter(({ part }) => part !== 'more')
  const more = kinds.filter(({ part }) => part === 'more')
  const field = ({ key }: FigureKind) => (
    <FigureField
      key={key}
      field={key}
      typed={typed[key] ?? ''}
      quote={quotes[`figures.${key}`]}
      wrong={problems[`figures.${key}`] !== undefined}
      onChange={(value) => onChange(key, value)}
    />
  )
  return (
    <fieldset className="intake-figures">
      <legend className="field-label">
        {t('figures')} <span className="intake-quiet">{t('figuresHint')}</span>
      </legend>
      <div className="intake-figure-row">{first.map(field)}</div>
      {more.length > 0 ? (
        <details open={more.some(({ key }) => (typed[key] ?? '') !== '') || undefined}>
          <summary>{t('moreFigures', { count: more.length })}</summary>
          <div className="intake-figure-row">{more.map(field)}</div>
        </details>
      ) : null}
    </fieldset>
  )
}

interface FigureFieldProps {
  readonly field: string
  readonly typed: string
  readonly quote: string | undefined
  readonly wrong: boolean
  onChange(typed: string): void
}

function FigureField({ field, typed, quote, wrong, onChange }: FigureFieldProps) {
  const { t } = useTranslation('intake')
  const id = useId()
  const amount = typed.trim() === '' ? undefined : parseAmount(typed)
  const understood =
    amount === undefined
      ? ''
      : amount === null
        ? amountWords(amount, t)
        : `${amountWords(amount, t)} ${t(`figures:unit.${field}`)}`
  const note =
    wrong && amount === undefined ? t(`problem.${isTooLarge(typed) ? 'figureTooLarge' : 'figure'}`) : understood
  return (
    <div className="intake-figure" data-field={`figures.${field}`}>
      <label htmlFor={id} className="field-label" title={t(`figures:full.${field}`)}>
        {t(`figures:${field}`)}
      </label>
      <input
        id={id}
        className="input digits"
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        aria-describedby={`${id}-note`}
        aria-invalid={wrong && amount === undefined}
        value={typed}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-note`} className={wrong && amount === undefined ? 'field-problem' : 'field-hint'}>
        {note}
        {quote ? <span className="field-quote">{t('line.quote', { text: quote })}</span> : null}
      </span>
    </div>
  )
}

/** Digits and nothing else that are no figure are too many. */
function isTooLarge(typed: string): boolean {
  return /^\d+$/.test(typed.normalize('NFKC').trim())
}
