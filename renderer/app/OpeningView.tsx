import { useTranslation } from 'react-i18next'
import type { OpeningProgress } from '../../shared/ipc/console.ts'

/** The first start after an upgrade: the records are put in order for the new version. Says what is safe, and how far it is. */
export function OpeningView({ progress: { done, total } }: { readonly progress: OpeningProgress }) {
  const { t } = useTranslation()
  return (
    <div className="whole" role="status">
      <h1>{t('opening.title')}</h1>
      <p>{t('opening.text')}</p>
      <progress value={done} max={total} aria-label={t('opening.title')} />
    </div>
  )
}
