import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { useDesk } from '../../useDesk.ts'
import { EvacuationTotals } from './EvacuationTotals.tsx'
import { totalOf } from './model.ts'

export interface EvacuationSummaryProps {
  readonly incident: string
  onOpen?: (() => void) | undefined
}

/** Where the evacuation of an incident stands, in one strip: a panel for other pages. */
export function EvacuationSummary({ incident, onOpen }: EvacuationSummaryProps) {
  const { t } = useTranslation('response')
  const lists = useDesk('evacuation.list', { incident }, ['evacuation', 'household', 'incident']).data ?? []
  return (
    <>
      {lists.length === 0 ? <p className="muted">{t('evacuation.none')}</p> : <EvacuationTotals sum={totalOf(lists)} />}
      {onOpen && lists.length > 0 ? (
        <Button size="small" hotkey="V" onClick={onOpen}>
          {t('evacuation.open')}
        </Button>
      ) : null}
    </>
  )
}
