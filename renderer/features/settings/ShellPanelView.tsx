import { useTranslation } from 'react-i18next'
import type { ShellState, ShellSwitch } from '../../../shared/ipc/console.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { Panel } from '../../components/Panel.tsx'

export interface ShellPanelViewProps {
  readonly shell: ShellState
  onAutostart(on: boolean): void
  onAlwaysAwake(on: boolean): void
  onQuit(): void
}

/** How the program behaves on this computer. In a browser there is nothing of it to choose. */
export function ShellPanelView({ shell, onAutostart, onAlwaysAwake, onQuit }: ShellPanelViewProps) {
  const { t } = useTranslation('settings')
  if (shell.host === 'browser') return null
  return (
    <Panel title={t('shell.title')}>
      <div className="form-column">
        <OnOff name="autostart" value={shell.autostart} onChange={onAutostart} />
        <OnOff name="alwaysAwake" value={shell.alwaysAwake} onChange={onAlwaysAwake} />
        <div>
          <p className="field-hint">{t('shell.quitHint')}</p>
          <Button onClick={onQuit}>{t('shell.quit')}</Button>
        </div>
      </div>
    </Panel>
  )
}

interface OnOffProps {
  readonly name: 'autostart' | 'alwaysAwake'
  readonly value: ShellSwitch
  onChange(on: boolean): void
}

function OnOff({ name, value, onChange }: OnOffProps) {
  const { t } = useTranslation('settings')
  return (
    <div>
      <ChoiceField
        label={t(`shell.${name}`)}
        value={value === 'unavailable' ? null : value}
        disabled={value === 'unavailable'}
        options={[
          { value: 'on', label: t('shell.on') },
          { value: 'off', label: t('shell.off') },
        ]}
        onChange={(next) => onChange(next === 'on')}
      />
      <p className="field-hint">{t(`shell.${name}Hint`)}</p>
    </div>
  )
}
