import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonLine } from '../../../shared/ipc/people.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Ledger } from '../../components/ledger/Ledger.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { peopleColumns } from './columns.tsx'
import { shownOf } from './model.ts'

export interface PeopleRoomViewProps {
  readonly people: readonly PersonLine[]
  /** Groups that may be one person. */
  readonly likelySame: number
  /** Merged and revoked ones too. */
  readonly all: boolean
  onAll(all: boolean): void
  onAdd(): void
  onOpen(person: PersonLine): void
  onLikelySame(): void
}

const idOf = ({ id }: PersonLine) => id
const toneOf = ({ merged, revoked }: PersonLine) => (merged || revoked ? 'quiet' : 'normal')

/** Everybody of the township: who uses its consoles and whom they name. */
export function PeopleRoomView(props: PeopleRoomViewProps) {
  const { people, likelySame, all, onAll, onAdd, onOpen, onLikelySame } = props
  const { t } = useTranslation('people')
  const columns = useMemo(() => peopleColumns(t), [t])
  return (
    <div className="room">
      <RoomHeader title={t('title')} note={t('note')}>
        {likelySame > 0 ? <Button onClick={onLikelySame}>{t('likelySame', { count: likelySame })}</Button> : null}
        <Button kind="primary" onClick={onAdd}>
          {t('add')}
        </Button>
      </RoomHeader>
      <Ledger
        id="people"
        title={t('title')}
        columns={columns}
        rows={shownOf(people, all)}
        rowId={idOf}
        rowTone={toneOf}
        onOpen={onOpen}
        empty={t('empty')}
        tools={<CheckField label={t('showAll')} checked={all} onChange={onAll} />}
      />
    </div>
  )
}
