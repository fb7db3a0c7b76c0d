import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'

export interface CannotOpenViewProps {
  readonly sentence: string
  /** It is being tried again. */
  readonly pending: boolean
  onAgain(): void
}

export function CannotOpenView({ sentence, pending, onAgain }: CannotOpenViewProps) {
  const { t } = useTranslation()
  return (
    <div className="whole" role="alert">
      <h1>{t('closed.title')}</h1>
      <p>{sentence}</p>
      <Button kind="primary" pending={pending} onClick={onAgain}>
        {t(pending ? 'closed.trying' : 'closed.again')}
      </Button>
    </div>
  )
}
