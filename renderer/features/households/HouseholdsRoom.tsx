import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HouseholdRow, isTaken } from '../../../shared/domain/household/sheet.ts'
import type { HouseholdLine } from '../../../shared/ipc/households.ts'
import { call, DeskError } from '../../call.ts'
import { Button } from '../../components/Button.tsx'
import { useNotices } from '../../components/notices.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { readBase64 } from '../roster/model.ts'
import { HouseholdDialog } from './HouseholdDialog.tsx'
import { HouseholdsRoomView } from './HouseholdsRoomView.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { changesOf, EMPTY_FORM, fieldsOf, formOf } from './model.ts'

/** The same bound as the desk's. */
const MAX_BYTES = 10 * 1024 * 1024

interface FileRead {
  readonly file: string
  readonly sha256: string
  readonly rows: readonly HouseholdRow[]
}

/** The register of households: ledger, one household, import of the list the township already has. */
export function HouseholdsRoom() {
  const { t } = useTranslation('households')
  const { tell, tellError } = useNotices()
  const households = useDesk('households.list', null, ['household']).data ?? []
  const [all, setAll] = useState(false)
  const [under, setUnder] = useState<'new' | HouseholdLine | null>(null)
  const [retiring, setRetiring] = useState<HouseholdLine | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [read, setRead] = useState<FileRead | null>(null)
  const take = useAct('households.import', { quiet: true })
  useRoomKeys({ n: () => setUnder('new') })
  const open = async (file: File) => {
    setReading(file.name)
    try {
      if (file.size > MAX_BYTES) throw new DeskError('sheets.tooLarge', { file: file.name })
      const fileName = file.name.slice(-200)
      setRead({ file: fileName, ...(await call('households.read', { fileName, base64: await readBase64(file) })) })
    } catch (error) {
      tellError(error)
    } finally {
      setReading(null)
    }
  }
  const importNow = async ({ file, sha256, rows }: FileRead) => {
    const taken = rows.filter(isTaken)
    const args = { file, sha256, rows: taken.map(({ fields }) => fields), rowsLeftOut: rows.length - taken.length }
    const outcome = await take.run(args)
    if (!outcome.ok) return
    tell('good', t('import.done', { ...outcome.value }))
    setRead(null)
  }
  return (
    <>
      <HouseholdsRoomView
        households={households}
        all={all}
        reading={reading}
        onAll={setAll}
        onAdd={() => setUnder('new')}
        onFile={(file) => void open(file)}
        onOpen={setUnder}
      />
      {under ? (
        <Edit
          household={under === 'new' ? null : under}
          onDone={() => setUnder(null)}
          onRetire={(household) => {
            setUnder(null)
            setRetiring(household)
          }}
        />
      ) : null}
      {retiring ? <Retire household={retiring} onDone={() => setRetiring(null)} /> : null}
      {read ? (
        <ImportDialog
          file={read.file}
          rows={read.rows}
          pending={take.pending}
          problem={take.problem}
          onConfirm={() => void importNow(read)}
          onCancel={() => setRead(null)}
        />
      ) : null}
    </>
  )
}

interface EditProps {
  /** Null: a new one. */
  readonly household: HouseholdLine | null
  onDone(): void
  onRetire(household: HouseholdLine): void
}

function Edit({ household, onDone, onRetire }: EditProps) {
  const { t } = useTranslation('households')
  const villages = useDesk('villages.options', null, ['village']).data
  const add = useAct('households.add', { quiet: true })
  const edit = useAct('households.edit', { quiet: true })
  if (!villages) return null
  const settle = async (running: Promise<{ readonly ok: boolean }>) => {
    if ((await running).ok) onDone()
  }
  return (
    <HouseholdDialog
      title={household ? t('editTitle', { name: household.name }) : t('addTitle')}
      start={household ? formOf(household) : EMPTY_FORM}
      villages={villages}
      pending={add.pending || edit.pending}
      problem={add.problem ?? edit.problem}
      actions={
        household ? (
          <div>
            <Button size="small" kind="quiet" onClick={() => onRetire(household)}>
              {t(household.retired === null ? 'retire' : 'restore')}
            </Button>
          </div>
        ) : null
      }
      onConfirm={(form) => {
        const fields = fieldsOf(form, villages)
        if (!household) void settle(add.run(fields))
        else
          void settle(
            edit.run({ household: household.id, base: [...household.tips], set: changesOf(household, fields) }),
          )
      }}
      onCancel={onDone}
    />
  )
}

function Retire({ household, onDone }: { readonly household: HouseholdLine; onDone(): void }) {
  const { t } = useTranslation('households')
  const active = household.retired === null
  const act = useAct(active ? 'households.retire' : 'households.restore', { quiet: true })
  return (
    <ReasonDialog
      title={t(active ? 'retireTitle' : 'restoreTitle', { name: household.name })}
      confirm={t(active ? 'retire' : 'restore')}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(reason) => {
        const run = act.run({ household: household.id, base: [...household.tips], reason })
        void run.then(({ ok }) => ok && onDone())
      }}
      onCancel={onDone}
    />
  )
}
