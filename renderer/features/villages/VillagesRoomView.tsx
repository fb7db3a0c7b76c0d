import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Ledger } from '../../components/ledger/Ledger.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { villageColumns } from './columns.tsx'
import { shownOf, stateOf } from './model.ts'

export interface VillagesRoomViewProps {
  readonly villages: readonly VillageLine[]
  readonly all: boolean
  onAll(all: boolean): void
  onAdd(): void
  onOpen(village: VillageLine): void
}

const idOf = ({ id }: VillageLine) => id
const toneOf = (village: VillageLine) => (stateOf(village) === 'active' ? 'normal' : 'quiet')

/** The township's villages, and who answers for each: an empty place is a gap to fill. */
export function VillagesRoomView({ villages, all, onAll, onAdd, onOpen }: VillagesRoomViewProps) {
  const { t } = useTranslation('villages')
  const columns = useMemo(() => villageColumns(t), [t])
  const gaps = shownOf(villages, false).filter(({ responsible }) => !responsible).length
  return (
    <div className="room">
      <RoomHeader title={t('title')} note={gaps > 0 ? t('gaps', { count: gaps }) : undefined}>
        <Button kind="primary" onClick={onAdd}>
          {t('add')}
        </Button>
      </RoomHeader>
      <Ledger
        id="villages"
        title={t('title')}
        columns={columns}
        rows={shownOf(villages, all)}
        rowId={idOf}
        rowTone={toneOf}
        onOpen={onOpen}
        empty={t('empty')}
        tools={<CheckField label={t('showAll')} checked={all} onChange={onAll} />}
      />
    </div>
  )
}
