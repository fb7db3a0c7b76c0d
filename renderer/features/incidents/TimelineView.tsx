import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TimelineLine } from '../../../shared/ipc/incidents.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { DeliveryMark } from '../../components/DeliveryMark.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { authorWords } from '../log/LogLineView.tsx'
import { marksOf, voidedOf } from '../log/model.ts'
import { sentenceOf } from '../log/sentences/registry.ts'
import { seenFrom } from './model.ts'
import './incidents.css'
import './timeline.css'

interface TimelineViewProps {
  /** Number of the incident whose page it is. */
  readonly no: string
  /** Newest first. */
  readonly lines: readonly TimelineLine[]
  readonly more: boolean
  onMore(): void
}

/** Everything that happened to the incident, its calls and what was merged into it: device time, and beside it hub time. */
export function TimelineView({ no, lines, more, onMore }: TimelineViewProps) {
  const { t } = useTranslation('incidents')
  return (
    <>
      <ol className="incident-timeline">
        {lines.map((line) => (
          <li key={line.id}>
            <BeijingTime ms={line.atMs} format="monthDay" />
            <div>
              <p className={voidedOf(line) ? 'incident-line incident-line-voided' : 'incident-line'}>
                {ownSentence(line, no, t)}
              </p>
              <p className="incident-line-facts">
                <span>{authorWords(line, t)}</span>
                <LineTravel line={line} />
                {marksOf(line).map((mark) => (
                  <StatusTag key={mark} tone="warn">
                    {t(`common:mark.${mark}`)}
                  </StatusTag>
                ))}
                <VoidedWords line={line} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      {more ? (
        <Button size="small" onClick={onMore}>
          {t('timeline.more')}
        </Button>
      ) : null}
    </>
  )
}

/** The sentence of the log; what is about this incident begins with what happened, not with its name. */
function ownSentence(line: TimelineLine, no: string, t: TFunction<'incidents'>): string {
  const seen = seenFrom(line, no)
  const sentence = sentenceOf(seen, t)
  return seen.body.label === line.body.label ? sentence : sentence.replace(new RegExp(t('timeline.ownName')), '')
}

function VoidedWords({ line }: { readonly line: TimelineLine }) {
  const { t } = useTranslation('log')
  const voided = voidedOf(line)
  return voided ? <span>{t('voidedBecause', { reason: voided.reason, by: voided.by })}</span> : null
}

/** When the county had it, by the county's clock; or when this console had it from another. */
function LineTravel({ line: { own, hubMs, receivedMs, delivery } }: { readonly line: TimelineLine }) {
  const { t } = useTranslation('incidents')
  if (!own)
    return (
      <span>
        {t('timeline.received')} <BeijingTime ms={receivedMs} format="monthDay" />
      </span>
    )
  return (
    <>
      {hubMs === null ? null : (
        <span>
          {t('timeline.hub')} <BeijingTime ms={hubMs} format="monthDay" />
        </span>
      )}
      {delivery ? <DeliveryMark delivery={delivery} /> : null}
    </>
  )
}
