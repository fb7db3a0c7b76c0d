import type { GridApi } from 'ag-grid-community'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../Button.tsx'
import type { LedgerColumn } from './column.ts'
import { forgetColumns } from './columnMemory.ts'

export interface ColumnsMenuProps<Row> {
  readonly id: string
  readonly columns: readonly LedgerColumn<Row>[]
  readonly api: GridApi<Row> | null
}

/** Which columns are shown; and back to how they were at first. */
export function ColumnsMenu<Row>({ id, columns, api }: ColumnsMenuProps<Row>) {
  const { t } = useTranslation()
  const menu = useId()
  // The grid keeps what is visible; the menu only draws itself anew after it changed something.
  const [, redraw] = useState(0)
  const isShown = (key: string) => api?.getColumn(key)?.isVisible() ?? true
  const toggle = (key: string) => {
    api?.setColumnsVisible([key], !isShown(key))
    redraw((times) => times + 1)
  }
  const reset = () => {
    api?.resetColumnState()
    forgetColumns(localStorage, id)
    redraw((times) => times + 1)
  }
  return (
    <>
      <button type="button" className="button button-small" popoverTarget={menu} style={{ anchorName: `--${menu}` }}>
        {t('ledger.columns')}
      </button>
      <div
        id={menu}
        popover="auto"
        className="popover ledger-columns"
        style={{ positionAnchor: `--${menu}` }}
        onToggle={() => redraw((times) => times + 1)}
      >
        {columns.map(({ key, title }) => (
          <label key={key} className="check">
            <input type="checkbox" checked={isShown(key)} onChange={() => toggle(key)} />
            {title}
          </label>
        ))}
        <Button size="small" onClick={reset}>
          {t('ledger.reset')}
        </Button>
      </div>
    </>
  )
}
