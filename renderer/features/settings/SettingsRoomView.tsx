import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '../../../shared/ipc/languages.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import './settings.css'
import { type Look, SIZES, THEMES } from '../../look/look.ts'

export interface SettingsRoomViewProps {
  readonly look: Look
  /** The language on screen now. */
  readonly language: Language
  onChange(part: Partial<Look>): void
  /** Further panels. */
  readonly children?: ReactNode
}

export function SettingsRoomView({ look, language, onChange, children }: SettingsRoomViewProps) {
  const { t } = useTranslation('settings')
  return (
    <div className="room scroll">
      <RoomHeader title={t('title')} />
      <div className="settings-scroll">
        <Panel title={t('look.title')}>
          <div className="form-row settings-look">
            <ChoiceField
              label={t('look.theme')}
              value={look.theme}
              options={THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
              onChange={(theme) => onChange({ theme })}
            />
            <ChoiceField
              label={t('look.size')}
              value={look.size}
              options={SIZES.map((value) => ({ value, label: t(`look.sizes.${value}`) }))}
              onChange={(size) => onChange({ size })}
            />
            <ChoiceField
              label={t('look.language')}
              value={language}
              options={LANGUAGES.map((value) => ({ value, label: t(`look.languages.${value}`) }))}
              onChange={(chosen) => onChange({ language: chosen })}
            />
          </div>
        </Panel>
        {children}
      </div>
    </div>
  )
}
