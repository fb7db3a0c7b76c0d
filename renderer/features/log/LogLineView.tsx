import type { TFunction } from 'i18next'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { sideOf } from '../../../shared/protocol/identity.ts'
import { BeijingTime, formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { DeliveryMark } from '../../components/DeliveryMark.tsx'
import { StatusTag, type Tone } from '../../components/StatusTag.tsx'
import { groupOf, isOwnEntry, type Mark, marksOf, voidedOf } from './model.ts'
import { sentenceOf } from './sentences/registry.ts'

export type EntryAct = 'correct' | 'void' | 'restore'

export interface LogLineViewProps {
  readonly line: LogLine
  /** Who is signed in: their own entries can be corrected. */
  readonly person: string
  /** The pointer or the focus has been on it: what can be done with it is there. */
  readonly near: boolean
  onAct(act: EntryAct, line: LogLine): void
}

const TONES: Readonly<Record<Mark, Tone>> = {
  drill: 'drill',
  imported: 'mute',
  outsideRole: 'warn',
  afterRevocation: 'bad',
  otherWorld: 'bad',
  concurrent: 'warn',
  ineffective: 'warn',
  corrected: 'mute',
  voided: 'bad',
}

/** From this difference on, an entry says when it happened beside when it was written. */
const TOLD_LATER_MS = 60_000

/** One line of the log: when, what kind, what, marks, who, how far. */
export const LogLineView = memo(function LogLineView({ line, person, near, onAct }: LogLineViewProps) {
  const { t } = useTranslation('log')
  const marks = marksOf(line)
  const own = isOwnEntry(line, person)
  const voided = voidedOf(line)
  return (
    <>
      <BeijingTime ms={line.atMs} format="time" />
      <span className="log-group">{t(`group.${groupOf(line.kind)}`)}</span>
      <div className="log-what">
        <p className={marks.includes('voided') ? 'log-struck' : undefined}>{sentenceOf(line, t)}</p>
        <LaterWords line={line} />
        {marks.length > 0 ? (
          <div className="log-marks">
            {marks.map((mark) => (
              <StatusTag key={mark} tone={TONES[mark]}>
                {t(`common:mark.${mark}`)}
              </StatusTag>
            ))}
            {voided ? (
              <span className="muted">{t('voidedBecause', { reason: voided.reason, by: voided.by })}</span>
            ) : null}
          </div>
        ) : null}
      </div>
      <div className={own ? 'log-acts log-acts-own' : 'log-acts'}>
        {near && own && !voided ? (
          <>
            <Button kind="quiet" size="small" onClick={() => onAct('correct', line)}>
              {t('correct')}
            </Button>
            <Button kind="quiet" size="small" onClick={() => onAct('void', line)}>
              {t('void')}
            </Button>
          </>
        ) : null}
        {near && own && voided ? (
          <Button kind="quiet" size="small" onClick={() => onAct('restore', line)}>
            {t('restore')}
          </Button>
        ) : null}
      </div>
      <span className="log-who">{authorWords(line, t)}</span>
      <span className="log-delivery">{line.delivery ? <DeliveryMark delivery={line.delivery} /> : null}</span>
    </>
  )
})

/** What became of a free entry since: its corrected wording, and when it happened if that was earlier. */
function LaterWords({ line: { kind, entry, body, atMs } }: { readonly line: LogLine }) {
  const { t } = useTranslation('log')
  if (kind !== 'log.entered' || !entry) return null
  const told = typeof body.at === 'number' ? body.at : atMs
  return (
    <>
      {entry.text !== body.text ? <p className="log-now">{t('now', { text: entry.text })}</p> : null}
      {Math.abs(atMs - told) >= TOLD_LATER_MS || entry.at !== told ? (
        <p className="muted">{t('happened', { at: formatBeijing(entry.at, 'monthDay') })}</p>
      ) : null}
    </>
  )
}

/** Author, and who signed it off where that is somebody else. Nobody: the console itself, the county, or an intake without sign-in. */
export function authorWords(
  { author, approver, origin }: Pick<LogLine, 'author' | 'approver' | 'origin'>,
  t: TFunction,
): string {
  if (sideOf(origin) === 'county') return author?.name ? t('log:countyPerson', { name: author.name }) : t('log:county')
  if (!author) return t('log:console')
  const name = author.person === null ? t('log:claimed', { name: author.name }) : author.name
  return approver ? t('log:approved', { name, approver: approver.name }) : name
}
