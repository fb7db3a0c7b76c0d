import { useTranslation } from 'react-i18next'
import './setup.css'

interface SetUpStartViewProps {
  onNew(): void
}

/** Two ways to begin; the arrows and Enter choose. */
export function SetUpStartView({ onNew }: SetUpStartViewProps) {
  const { t } = useTranslation('setup')
  return (
    <div className="setup-ways">
      {/* biome-ignore lint/a11y/noAutofocus: the first screen asks one question */}
      <button type="button" className="setup-way" autoFocus onClick={onNew}>
        <strong>{t('way.new')}</strong>
        <span className="muted">{t('way.newHint')}</span>
      </button>
    </div>
  )
}
