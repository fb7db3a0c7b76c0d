import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UTILITIES, type Utility } from '../../../shared/domain/outage/events.ts'
import type { VillageRef } from '../../../shared/domain/values.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { CheckField } from '../../components/CheckField.tsx'
import { PickField } from '../../components/PickField.tsx'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { ActDialogFrame } from '../incidents/ActDialog.tsx'
import { SaidDialog } from './SaidDialog.tsx'
import './lifelines.css'

export interface OutageDialogProps extends ActDialogFrame {
  readonly villages: readonly VillageRef[]
  /** The incident's own village is chosen beforehand. */
  readonly village: VillageRef | null
  readonly now: number
  onConfirm(values: Omit<ArgsOf<'outage.report'>, 'incident'>): void
}

/** 生命线中断: which lifelines, in which villages, since when, on whose report. */
export function OutageDialog({ villages, village, now, onConfirm, ...frame }: OutageDialogProps) {
  const { t } = useTranslation('response')
  const [chosen, setChosen] = useState<readonly VillageRef[]>(village ? [village] : [])
  const [utilities, setUtilities] = useState<readonly Utility[]>([])
  const [place, setPlace] = useState('')
  const add = (id: string | null) => {
    const found = villages.find((one) => one.id === id)
    if (found && !chosen.some((one) => one.id === id)) setChosen([...chosen, found])
  }
  return (
    <SaidDialog
      {...frame}
      title={t('lifelines.reportTitle')}
      confirm={t('field.record')}
      now={now}
      byLabel={t('field.by')}
      textLabel={t('field.note')}
      ready={chosen.length > 0 && utilities.length > 0}
      notReady={t('lifelines.missing')}
      atLabel={t('lifelines.from')}
      onConfirm={({ by, means, at, text }) =>
        onConfirm({
          utilities: [...utilities],
          villages: [...chosen],
          place: place.trim(),
          since: at,
          source: by,
          means,
          note: text,
        })
      }
    >
      <fieldset className="board-checks">
        <legend className="field-label">{t('lifelines.utilities')}</legend>
        {UTILITIES.map((utility) => (
          <CheckField
            key={utility}
            label={t(`sentences:word.utility.${utility}`)}
            checked={utilities.includes(utility)}
            onChange={(on) => setUtilities(UTILITIES.filter((one) => (one === utility ? on : utilities.includes(one))))}
          />
        ))}
      </fieldset>
      <div className="form-row">
        <PickField
          label={t('lifelines.villages')}
          hint={t('lifelines.villagesHint')}
          required
          options={villages
            .filter(({ id }) => !chosen.some((one) => one.id === id))
            .map(({ id, name }) => ({ id, label: name }))}
          value={null}
          onChange={add}
        />
        <TextField label={t('lifelines.place')} maxLength={200} value={place} onChange={setPlace} />
      </div>
      <ul className="board-chosen">
        {chosen.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="tag"
              data-tone="info"
              aria-label={t('lifelines.remove', { name })}
              onClick={() => setChosen(chosen.filter((one) => one.id !== id))}
            >
              {name} <ShapeIcon shape="cross" />
            </button>
          </li>
        ))}
      </ul>
    </SaidDialog>
  )
}
