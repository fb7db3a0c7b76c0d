import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseholdLine } from '../../../shared/ipc/households.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Ledger } from '../../components/ledger/Ledger.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { householdColumns } from './columns.tsx'

export interface HouseholdsRoomViewProps {
  readonly households: readonly HouseholdLine[]
  /** Those taken off the register, too. */
  readonly all: boolean
  /** Name of the file being read, or null. */
  readonly reading: string | null
  onAll(all: boolean): void
  onAdd(): void
  onFile(file: File): void
  onOpen(household: HouseholdLine): void
}

const idOf = ({ id }: HouseholdLine) => id
const toneOf = ({ retired }: HouseholdLine) => (retired === null ? 'normal' : 'quiet')

/** Households in danger zones, and who answers for getting each of them out: an empty place is a gap to fill. */
export function HouseholdsRoomView(props: HouseholdsRoomViewProps) {
  const { households, all, reading, onAll, onAdd, onFile, onOpen } = props
  const { t } = useTranslation('households')
  const input = useRef<HTMLInputElement>(null)
  const columns = useMemo(() => householdColumns(t), [t])
  const active = households.filter(({ retired }) => retired === null)
  const gaps = active.filter(({ keeper }) => keeper === null).length
  return (
    <div className="room">
      <RoomHeader
        title={t('title')}
        note={gaps > 0 ? t('gaps', { count: gaps, all: active.length }) : t('count', { count: active.length })}
      >
        <input
          ref={input}
          hidden
          type="file"
          accept=".xlsx,.csv,.txt"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
        <Button pending={reading !== null} onClick={() => input.current?.click()}>
          {reading === null ? t('import.open') : t('import.reading', { file: reading })}
        </Button>
        <Button kind="primary" hotkey="N" onClick={onAdd}>
          {t('add')}
        </Button>
      </RoomHeader>
      <Ledger
        id="households"
        title={t('title')}
        columns={columns}
        rows={all ? households : active}
        rowId={idOf}
        rowTone={toneOf}
        onOpen={onOpen}
        empty={t('empty')}
        tools={<CheckField label={t('showAll')} checked={all} onChange={onAll} />}
      />
    </div>
  )
}
