import { useTranslation } from 'react-i18next'
import { beijingTime } from '../../../shared/domain/beijing.ts'
import {
  DEMO_LINK_STATES,
  type DemoLinkState,
  LINK_MODES,
  type LinkMode,
  type LinkNow,
} from '../../../shared/ipc/links.ts'
import { linkName } from '../../app/linkWords.ts'
import { Button } from '../../components/Button.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { linkTone, sayBytes, sayRate } from './model.ts'

export interface LinkRowViewProps {
  readonly link: LinkNow
  readonly isFirst: boolean
  /** What the demo does to it; null outside the demo. */
  readonly demo: DemoLinkState | null
  onTest(): void
  onMode(mode: LinkMode): void
  onEdit(): void
  onForward(): void
  onDemo(state: DemoLinkState): void
}

/** One link: how it stands and why, what goes over it, and what a person can do about it. */
export function LinkRowView({ link, isFirst, demo, onTest, onMode, onEdit, onForward, onDemo }: LinkRowViewProps) {
  const { t } = useTranslation('link')
  const { t: common } = useTranslation()
  const { settings, state, reason, nextTryAt } = link
  const name = linkName(settings, common)
  const word = state === 'down' && (reason === 'standby' || reason === 'forbidden') ? reason : state
  return (
    <li className="link-row">
      <div className="link-row-head">
        <strong>{name}</strong>
        <StatusTag tone={linkTone(link)}>{t(`state.${word}`)}</StatusTag>
        {link.carries.length > 0 ? <StatusTag tone="info">{t('inUse')}</StatusTag> : null}
        <div className="link-row-acts">
          <SegmentedChoice
            label={t('modeOf', { name })}
            value={settings.mode}
            options={LINK_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={onMode}
          />
          <Button size="small" label={t('testOf', { name })} onClick={onTest}>
            {t('test')}
          </Button>
          {isFirst ? null : (
            <Button size="small" label={t('forwardOf', { name })} onClick={onForward}>
              {t('forward')}
            </Button>
          )}
          <Button size="small" label={t('editOf', { name })} onClick={onEdit}>
            {t('edit')}
          </Button>
        </div>
      </div>
      <p>
        <Reason reason={reason} card={settings.card} />
        {nextTryAt === null ? '' : ` ${t('nextTry', { at: beijingTime(nextTryAt) })}`}
      </p>
      <div className="link-row-foot">
        <p className="muted digits">{factsOf(link, t).join(t('dot'))}</p>
        {demo === null ? null : (
          <div className="link-demo">
            <span>{t('demo.hint')}</span>
            <SegmentedChoice
              label={t('demo.of', { name })}
              value={demo}
              options={DEMO_LINK_STATES.map((value) => ({ value, label: t(`demo.${value}`) }))}
              onChange={onDemo}
            />
          </div>
        )}
      </div>
    </li>
  )
}

/** Why a link stands as it does, as a sentence. */
function Reason({ reason, card }: { readonly reason: LinkNow['reason']; readonly card: string | null }) {
  const { t } = useTranslation('link')
  const { t: common } = useTranslation()
  switch (reason) {
    case 'notEnrolled':
    case 'starting':
    case 'forbidden':
    case 'standby':
    case 'connecting':
    case 'confirming':
    case 'answering':
    case 'missedAck':
    case 'wrongCard':
    case 'flushed':
      return t(`reason.${reason}`, { card: card ?? '' })
    default:
      return common(`link.reason.${reason}`)
  }
}

type LinkT = ReturnType<typeof useTranslation<'link'>>['t']

function factsOf({ settings, roundTripMs, today }: LinkNow, t: LinkT): readonly string[] {
  const { bitRate, budgetBytes, card, laneFloor, url } = settings
  return [
    url,
    ...(card === null ? [] : [t('onCard', { card })]),
    sayRate(bitRate),
    ...(roundTripMs === null
      ? []
      : [t('roundTrip', { seconds: (roundTripMs / 1_000).toFixed(roundTripMs < 100 ? 2 : 1) })]),
    budgetBytes === null
      ? t('today', { used: sayBytes(today.billed) })
      : t('todayOf', { used: sayBytes(today.billed), budget: sayBytes(budgetBytes) }),
    ...(laneFloor === 2 ? [] : [t(`floor.${laneFloor}`)]),
  ]
}
