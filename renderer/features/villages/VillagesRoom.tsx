import { useState } from 'react'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import { useDesk } from '../../useDesk.ts'
import { AddVillages } from './AddVillages.tsx'
import { EditVillage, type VillageAct } from './EditVillage.tsx'
import { MergeVillage } from './MergeVillage.tsx'
import { ReasonedVillageAct } from './ReasonedVillageAct.tsx'
import { VillagesRoomView } from './VillagesRoomView.tsx'

/** Which dialog stands over the ledger. A village in it is as it was when it opened. */
type Open = { readonly is: 'nothing' | 'add' } | { readonly is: 'edit' | VillageAct; readonly village: VillageLine }

export function VillagesRoom() {
  const villages = useDesk('villages.list', null, ['village', 'person'])
  const people = useDesk('people.options', null, ['person'])
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<Open>({ is: 'nothing' })
  const close = () => setOpen({ is: 'nothing' })
  return (
    <>
      <VillagesRoomView
        villages={villages.data ?? []}
        all={all}
        onAll={setAll}
        onAdd={() => setOpen({ is: 'add' })}
        onOpen={(village) => setOpen({ is: 'edit', village })}
      />
      {open.is === 'add' ? <AddVillages onClose={close} /> : null}
      {open.is === 'edit' ? (
        <EditVillage
          village={open.village}
          people={people.data ?? []}
          onAct={(act) => setOpen({ is: act, village: open.village })}
          onClose={close}
        />
      ) : null}
      {open.is === 'merge' ? (
        <MergeVillage village={open.village} villages={villages.data ?? []} onClose={close} />
      ) : null}
      {open.is === 'unmerge' || open.is === 'retire' || open.is === 'restore' ? (
        <ReasonedVillageAct act={open.is} village={open.village} onClose={close} />
      ) : null}
    </>
  )
}
