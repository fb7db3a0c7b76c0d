import { useTranslation } from 'react-i18next'
import type { LineReading } from '../../../shared/domain/intake/readLine.ts'
import type { Amount } from '../../../shared/domain/values.ts'
import { amountWords } from '../../components/amountWords.ts'
import { Field } from '../../components/Field.tsx'
import { fullOf } from '../../components/fullOf.ts'
import { heardBesides, heldOf, type LineFill, piecesOf } from './lineFill.ts'
import './line.css'

export interface LineViewProps {
  readonly line: string
  /** Null while nothing is typed. */
  readonly read: { readonly reading: LineReading; readonly fill: LineFill } | null
  onChange(line: string): void
}

/** Characters the one line takes. */
const LONGEST = 2_000

/** The one line at the top: typed as it is heard, it fills the form below. What filled something is marked in it. */
export function LineView({ line, read, onChange }: LineViewProps) {
  const { t } = useTranslation('intake')
  return (
    <div className="intake-line" data-field="line">
      <Field
        label={t('line.label')}
        full={fullOf(line, LONGEST)}
        control={(ids) => (
          <textarea
            className="input intake-line-input"
            spellCheck={false}
            rows={2}
            maxLength={LONGEST}
            placeholder={t('line.hint')}
            {...ids}
            value={line}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      />
      {read ? <LineRead line={line} {...read} /> : null}
    </div>
  )
}

function LineRead({ line, reading, fill }: { line: string; reading: LineReading; fill: LineFill }) {
  const { t } = useTranslation('intake')
  const besides = heardBesides(reading, fill)
  const spans = [...Object.values(fill), ...besides.map(([, found]) => found)].map(({ evidence }) => evidence)
  const doubted = reading.contradictions.flatMap(({ said }) => said.map(({ evidence }) => evidence))
  const words = (value: Amount | string) => (typeof value === 'string' ? value : amountWords(value, t))
  const quote = ([from, to]: readonly [number, number]) => t('line.quote', { text: line.slice(from, to) })
  return (
    <>
      {/* For the eye only: each field names its words itself. */}
      <p className="intake-line-read" aria-hidden="true">
        {piecesOf(line, spans, doubted).map(({ text, mark }, i) =>
          mark === 'none' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
            <span key={i}>{text}</span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
            <mark key={i} data-doubted={mark === 'doubted' ? '' : undefined}>
              {text}
            </mark>
          ),
        )}
      </p>
      <ul className="intake-line-notes">
        {reading.drill ? <li className="intake-line-warn">{t('line.drill')}</li> : null}
        {reading.takenBack ? <li className="intake-line-warn">{t('line.takenBack')}</li> : null}
        {reading.village?.heard ? (
          <li className="intake-line-warn">
            {t('line.heard', { said: quote(reading.village.evidence), name: reading.village.value })}
          </li>
        ) : null}
        {reading.unlisted ? (
          <li className="intake-line-warn">{t('line.unlisted', { said: quote(reading.unlisted.evidence) })}</li>
        ) : null}
        {reading.contradictions.map(({ field, said }) => (
          <li key={field} className="intake-line-warn">
            {t('line.contradiction', {
              field: t(field === 'village' ? 'field.village' : `lineFigure.${field}`),
              said: said.map(({ value, evidence }) => `${words(value)} ${quote(evidence)}`).join(t('line.against')),
              held: words(heldOf(reading, field)),
            })}
          </li>
        ))}
        {besides.length > 0 ? (
          <li>
            {t('line.besides', {
              said: besides
                .map(
                  ([field, { value }]) =>
                    `${t(`lineFigure.${field}`)} ${amountWords(value, t)}${t(`lineUnit.${field}`)}`,
                )
                .join(t('common:list.comma')),
            })}
          </li>
        ) : null}
      </ul>
    </>
  )
}
