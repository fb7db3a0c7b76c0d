import { useTranslation } from 'react-i18next'
import type { JoinProgress } from '../../../shared/ipc/join.ts'
import type { ConsoleLine } from '../../../shared/ipc/township.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { IDLE_MINUTES, type IdleMinutes } from '../session/idleMinutes.ts'
import './township.css'

export interface ConsolesPanelViewProps {
  readonly consoles: readonly ConsoleLine[]
  readonly mayInvite: boolean
  readonly progress: JoinProgress
  readonly idleMinutes: IdleMinutes
  onInvite(): void
  onSheet(): void
  onIdleMinutes(minutes: IdleMinutes): void
}

/** The township's consoles, and what an administrator does with this one. */
export function ConsolesPanelView(props: ConsolesPanelViewProps) {
  const { consoles, mayInvite, progress, idleMinutes, onInvite, onSheet, onIdleMinutes } = props
  const { t } = useTranslation('township')
  const writing = progress.state === 'writing'
  return (
    <Panel title={t('consoles.title')}>
      <div className="form-column">
        <ul className="township-consoles">
          {consoles.map(({ id, letter, name, own }) => (
            <li key={id}>
              <strong translate="no">{letter}</strong>
              {name}
              {own ? (
                <StatusTag tone="info" shape={null}>
                  {t('consoles.own')}
                </StatusTag>
              ) : null}
            </li>
          ))}
        </ul>
        <div className="form-row">
          <Button disabled={!mayInvite} pending={writing} onClick={onInvite}>
            {t('consoles.invite')}
          </Button>
          <Button disabled={!mayInvite} onClick={onSheet}>
            {t('consoles.sheet')}
          </Button>
          {writing && progress.total > 0 ? (
            <progress value={progress.done} max={progress.total} aria-label={t('consoles.writing')} />
          ) : null}
        </div>
        <p className="field-hint">{t(mayInvite ? 'consoles.hint' : 'consoles.forAdministrators')}</p>
        <ChoiceField
          label={t('idle.title')}
          value={idleMinutes}
          options={IDLE_MINUTES.map((value) => ({
            value,
            label: value === '0' ? t('idle.never') : t('idle.minutes', { minutes: value }),
          }))}
          onChange={onIdleMinutes}
        />
      </div>
    </Panel>
  )
}
