import { useTranslation } from 'react-i18next'
import type { Commander } from '../../../shared/domain/response/events.ts'
import { commanderOf, openHelp, outcomeOf, rivalCommanders } from '../../../shared/domain/response/readResponse.ts'
import type { Handover, HelpRequest, Response } from '../../../shared/domain/response/response.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import './cards.css'

export interface CommandViewProps {
  readonly response: Response | null
  /** ms */
  readonly now: number
  onAnswerHandover(handover: Handover): void
  onAnswerHelp(help: HelpRequest): void
}

export function commanderText({ name, post }: Commander): string {
  return post ? `${post} ${name}` : name
}

/** Who commands, on whose word, what was handed over, what help was asked. */
export function CommandView({ response, now, onAnswerHandover, onAnswerHelp }: CommandViewProps) {
  const { t } = useTranslation('response')
  const run = response?.course.runs.at(-1)
  if (!response || (!run && response.help.length === 0)) return <p className="muted">{t('command.none')}</p>
  const commander = commanderOf(response)
  const waiting = response.handovers.filter(({ answer }) => answer === null)
  return (
    <dl className="board-command">
      {run ? (
        <>
          <dt>{t('command.commander')}</dt>
          <dd>
            <strong>{commander ? commanderText(commander) : t('command.nobody')}</strong>
            {rivalCommanders(response).map((rival) => (
              <span key={rival.name} className="board-rival">
                <StatusTag tone="warn">{t('common:mark.concurrent')}</StatusTag> {commanderText(rival)}
              </span>
            ))}
          </dd>
          <dt>{t('command.authority')}</dt>
          <dd>
            {t('command.byWord', {
              name: run.authority.name,
              means: t(`sentences:word.means.${run.authority.means}`),
            })}{' '}
            <BeijingTime ms={run.authority.at} now={now} />
            {run.authority.instead ? <span className="muted"> {run.authority.instead}</span> : null}
          </dd>
        </>
      ) : null}
      {waiting.map((handover) => (
        <HandoverLine key={handover.id} handover={handover} now={now} onAnswer={onAnswerHandover} />
      ))}
      {response.help.map((help) => (
        <HelpLine
          key={help.id}
          help={help}
          now={now}
          open={openHelp(response).includes(help)}
          onAnswer={onAnswerHelp}
        />
      ))}
    </dl>
  )
}

interface HandoverLineProps {
  readonly handover: Handover
  readonly now: number
  onAnswer(handover: Handover): void
}

function HandoverLine({ handover, now, onAnswer }: HandoverLineProps) {
  const { t } = useTranslation('response')
  return (
    <>
      <dt>{t('command.handover')}</dt>
      <dd>
        {t('command.offered', { to: commanderText(handover.to) })} <BeijingTime ms={handover.at} now={now} />{' '}
        <StatusTag tone="warn">{t('command.notAccepted')}</StatusTag>{' '}
        <Button size="small" onClick={() => onAnswer(handover)}>
          {t('command.answer')}
        </Button>
      </dd>
    </>
  )
}

interface HelpLineProps {
  readonly help: HelpRequest
  readonly now: number
  readonly open: boolean
  onAnswer(help: HelpRequest): void
}

function HelpLine({ help, now, open, onAnswer }: HelpLineProps) {
  const { t } = useTranslation('response')
  const outcome = outcomeOf(help)
  const last = help.answers.at(-1)
  return (
    <>
      <dt>{t('help.title')}</dt>
      <dd>
        {t('help.asked', { from: help.from, what: help.what })} <BeijingTime ms={help.at} now={now} />{' '}
        <StatusTag
          tone={outcome === 'arrived' ? 'good' : outcome === 'agreed' ? 'info' : outcome === null ? 'warn' : 'mute'}
        >
          {outcome === null ? t('help.unanswered') : t(`help.outcome.${outcome}`)}
        </StatusTag>
        {last?.note ? <span className="muted"> {last.note}</span> : null}{' '}
        {open ? (
          <Button size="small" onClick={() => onAnswer(help)}>
            {t('help.answer')}
          </Button>
        ) : null}
      </dd>
    </>
  )
}
