import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemoLinkState, DemoSwitch, LinkMode, LinkNow, QueuePoint } from '../../../shared/ipc/links.ts'
import type { SyncState } from '../../../shared/ipc/sync.ts'
import { linkWords } from '../../app/linkWords.ts'
import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { LinkRowView } from './LinkRowView.tsx'
import { QueueCurveView } from './QueueCurveView.tsx'
import { WaitingView } from './WaitingView.tsx'
import './link.css'

export interface LinkRoomViewProps {
  readonly sync: SyncState
  readonly links: readonly LinkNow[]
  readonly queue: readonly QueuePoint[]
  /** Switches of the demo; empty outside it. */
  readonly switches: readonly DemoSwitch[]
  /** How this console belongs to the county. */
  readonly county: ReactNode
  onRetry(): void
  onAdd(): void
  onEdit(id: string): void
  onTest(id: string): void
  onMode(id: string, mode: LinkMode): void
  onForward(id: string): void
  onDemo(id: string, state: DemoLinkState): void
}

/** The links to the county: how each stands in plain words, what waits and how long it takes, and what people can change. */
export function LinkRoomView(props: LinkRoomViewProps) {
  const { t } = useTranslation('link')
  const { t: common } = useTranslation()
  const { sync, links, switches } = props
  const { tone, state, story } = linkWords(sync, common)
  return (
    <div className="room">
      <RoomHeader title={t('title')}>
        <Button onClick={props.onRetry} disabled={sync.state !== 'waiting'}>
          {t('retry')}
        </Button>
        <Button onClick={props.onAdd}>{t('add')}</Button>
      </RoomHeader>
      <div className="link-scroll">
        <Panel title={t('now')}>
          <div className="link-now">
            <StatusTag tone={tone}>{state}</StatusTag>
            <p>{story}</p>
          </div>
          {links.length === 0 ? null : (
            <ol className="link-list" aria-label={t('list')}>
              {links.map((link, index) => (
                <LinkRowView
                  key={link.settings.id}
                  link={link}
                  isFirst={index === 0}
                  demo={switches.find(({ id }) => id === link.settings.id)?.state ?? null}
                  onTest={() => props.onTest(link.settings.id)}
                  onMode={(mode) => props.onMode(link.settings.id, mode)}
                  onEdit={() => props.onEdit(link.settings.id)}
                  onForward={() => props.onForward(link.settings.id)}
                  onDemo={(next) => props.onDemo(link.settings.id, next)}
                />
              ))}
            </ol>
          )}
        </Panel>
        <div className="link-columns">
          <Panel title={t('waiting')}>
            <WaitingView pending={sync.pending} links={links} />
          </Panel>
          <Panel title={t('curve')}>
            <QueueCurveView points={props.queue} />
          </Panel>
        </div>
        {props.county}
      </div>
    </div>
  )
}
