import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HOUSEHOLD_STATES, type HouseholdState, type VillageCounts } from '../../../shared/domain/evacuation/events.ts'
import type { VillageRef } from '../../../shared/domain/values.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { ActDialog, type ActDialogFrame } from '../incidents/ActDialog.tsx'
import { SaidDialog } from '../response/SaidDialog.tsx'
import { beyondShould, readCount } from './counts.ts'
import { type EvacuationRow, stateOf } from './model.ts'

export interface OrderEvacuationDialogProps extends ActDialogFrame {
  readonly villages: readonly VillageRef[]
  /** The incident's own village. */
  readonly village: string | null
  /** Danger zones on the register, by village name, with how many households live in each. */
  readonly zones: readonly { readonly village: string; readonly zone: string; readonly households: number }[]
  onConfirm(values: Omit<ArgsOf<'evacuation.order'>, 'incident'>): void
}

/** 下达转移: which village, the whole or one danger zone, where to, on whose word. */
export function OrderEvacuationDialog({ villages, village, zones, onConfirm, ...frame }: OrderEvacuationDialogProps) {
  const { t } = useTranslation('evacuation')
  const [chosen, setChosen] = useState<string | null>(village)
  const [zone, setZone] = useState('')
  const [shelter, setShelter] = useState('')
  const [authority, setAuthority] = useState('')
  const [asked, setAsked] = useState(false)
  const found = villages.find(({ id }) => id === chosen)
  const here = zones.filter((one) => one.village === found?.name)
  const households = here
    .filter((one) => zone === '' || one.zone === zone)
    .reduce((sum, one) => sum + one.households, 0)
  return (
    <ActDialog
      {...frame}
      title={t('order.title')}
      explanation={found ? t('order.willList', { count: households }) : t('order.explanation')}
      confirm={t('order.confirm')}
      onConfirm={() => {
        setAsked(true)
        if (!found) return
        const said = { zone: zone.trim(), shelter: shelter.trim(), authority: authority.trim(), at: Date.now() }
        onConfirm({ village: { id: found.id, name: found.name }, ...said })
      }}
    >
      <PickField
        label={t('order.village')}
        required
        autoFocus
        options={villages.map(({ id, name }) => ({ id, label: name }))}
        value={chosen}
        problem={asked && !found ? t('order.villageMissing') : undefined}
        onChange={setChosen}
      />
      <PickField
        label={t('order.zone')}
        hint={t('order.zoneHint')}
        free
        options={here
          .filter((one) => one.zone !== '')
          .map((one) => ({ id: one.zone, label: one.zone, note: t('households', { count: one.households }) }))}
        value={zone}
        onChange={(value) => setZone(value ?? '')}
      />
      <TextField label={t('order.shelter')} maxLength={200} value={shelter} onChange={setShelter} />
      <TextField label={t('order.authority')} maxLength={200} value={authority} onChange={setAuthority} />
    </ActDialog>
  )
}

export interface MarkDialogProps extends ActDialogFrame {
  readonly row: EvacuationRow
  readonly now: number
  onConfirm(values: Pick<ArgsOf<'evacuation.mark'>, 'state' | 'people' | 'at' | 'by' | 'means' | 'note'>): void
}

/** What became of one household, with how many, on whose report and why. */
export function MarkDialog({ row, now, onConfirm, ...frame }: MarkDialogProps) {
  const { t } = useTranslation('evacuation')
  const { household } = row
  const before = stateOf(household)
  const [state, setState] = useState<HouseholdState>(before === 'listed' ? 'moved' : before)
  const [people, setPeople] = useState('')
  const count = readCount(people)
  return (
    <SaidDialog
      {...frame}
      title={t('mark.title', { name: household.name, group: household.group })}
      confirm={t('record')}
      now={now}
      by={household.keeper?.name ?? ''}
      byLabel={t('mark.by')}
      textLabel={t('mark.note')}
      ready={count !== undefined}
      notReady={t('wrongCount')}
      onConfirm={({ by, means, at, text }) =>
        onConfirm({ state, by, means, at, note: text, ...(typeof count === 'number' ? { people: count } : {}) })
      }
    >
      <ChoiceField<HouseholdState>
        label={t('mark.state')}
        value={state}
        options={HOUSEHOLD_STATES.map((value) => ({ value, label: t(`sentences:word.householdState.${value}`) }))}
        onChange={setState}
      />
      <TextField
        label={t('mark.people')}
        hint={t('mark.peopleHint')}
        autoFocus
        maxLength={4}
        value={people}
        onChange={setPeople}
      />
    </SaidDialog>
  )
}

export interface CountDialogProps extends ActDialogFrame {
  readonly villages: readonly VillageRef[]
  readonly village: string | null
  readonly now: number
  onConfirm(values: Pick<ArgsOf<'evacuation.count'>, 'village' | 'counts' | 'at' | 'by' | 'means' | 'note'>): void
}

const NOTHING_COUNTED = { should: '', moved: '', refused: '', missing: '' }

/** What a village counted itself, by people. Left empty is not said, which is not zero. */
export function CountDialog({ villages, village, now, onConfirm, ...frame }: CountDialogProps) {
  const { t } = useTranslation('evacuation')
  const [chosen, setChosen] = useState<string | null>(village)
  const [typed, setTyped] = useState(NOTHING_COUNTED)
  const found = villages.find(({ id }) => id === chosen)
  const counts = Object.fromEntries(Object.entries(typed).map(([what, text]) => [what, readCount(text)]))
  const wrong = Object.values(counts).some((count) => count === undefined)
  // The counts the person was asked about: given a second time they are meant.
  const [askedOf, setAskedOf] = useState('')
  const beyond = wrong ? null : beyondShould(counts as VillageCounts)
  const asking = beyond !== null && askedOf === JSON.stringify(counts)
  return (
    <SaidDialog
      {...frame}
      problem={asking ? (frame.problem ?? t('count.beyond', beyond)) : frame.problem}
      title={t('count.title')}
      explanation={t('count.explanation')}
      confirm={t('record')}
      now={now}
      byLabel={t('mark.by')}
      textLabel={t('mark.note')}
      ready={found !== undefined && !wrong}
      notReady={found ? t('wrongCount') : t('order.villageMissing')}
      onConfirm={({ by, means, at, text }) => {
        if (!found) return
        if (beyond && !asking) return setAskedOf(JSON.stringify(counts))
        const said = { by, means, at, note: text }
        onConfirm({ village: { id: found.id, name: found.name }, counts: counts as VillageCounts, ...said })
      }}
    >
      <PickField
        label={t('order.village')}
        required
        autoFocus
        options={villages.map(({ id, name }) => ({ id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <div className="form-row">
        {(['should', 'moved', 'refused', 'missing'] as const).map((what) => (
          <TextField
            key={what}
            label={t('count.people', { what: t(`column.${what}`) })}
            maxLength={6}
            value={typed[what]}
            onChange={(text) => setTyped({ ...typed, [what]: text })}
          />
        ))}
      </div>
    </SaidDialog>
  )
}
