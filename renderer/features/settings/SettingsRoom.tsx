import { useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGES } from '../../../shared/ipc/languages.ts'
import { useLook } from '../../look/LookProvider.tsx'
import { TownshipPanels } from '../township/TownshipPanels.tsx'
import { VerifyPanel } from '../verify/VerifyPanel.tsx'
import { AboutPanel } from './AboutPanel.tsx'
import { SettingsRoomView } from './SettingsRoomView.tsx'
import { ShellPanel } from './ShellPanel.tsx'

/** What belongs to this console: how it looks, and what it is. */
export function SettingsRoom() {
  const { i18n } = useTranslation()
  const { look, change } = useLook()
  const language = isLanguage(i18n.language) ? i18n.language : LANGUAGES[0]
  return (
    <SettingsRoomView look={look} language={language} onChange={change}>
      <TownshipPanels />
      <ShellPanel />
      <VerifyPanel />
      <AboutPanel />
    </SettingsRoomView>
  )
}
