import { useTranslation } from 'react-i18next'
import { buttonsIn, walkFocus } from '../../components/walkFocus.ts'
import './setup.css'

export const WAYS = ['new', 'file', 'hub'] as const
export type Way = (typeof WAYS)[number]

interface SetUpStartViewProps {
  onChoose(way: Way): void
}

/** The ways to begin; the arrows walk, Enter chooses. */
export function SetUpStartView({ onChoose }: SetUpStartViewProps) {
  const { t } = useTranslation('setup')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move the focus between the buttons inside
    <div className="setup-ways" onKeyDown={(event) => walkFocus(event, buttonsIn(event.currentTarget), true)}>
      {WAYS.map((way, index) => (
        <button
          key={way}
          type="button"
          className="setup-way"
          // biome-ignore lint/a11y/noAutofocus: the first screen asks one question
          autoFocus={index === 0}
          onClick={() => onChoose(way)}
        >
          <strong>{t(`way.${way}`)}</strong>
          <span className="muted">{t(`way.${way}Hint`)}</span>
        </button>
      ))}
    </div>
  )
}
