import type { GridApi } from 'ag-grid-community'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../Button.tsx'
import { isComposing } from '../composition.ts'
import { isTyping } from '../isTyping.ts'
import { useNotices } from '../notices.ts'
import { usePrint } from '../print/usePrint.tsx'
import { savedSentence, saveTable } from '../saveTable.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import type { LedgerColumn } from './column.ts'
import { tableOf } from './gridTable.ts'

export interface LedgerToolsProps<Row> {
  readonly id: string
  readonly title: string
  readonly columns: readonly LedgerColumn<Row>[]
  readonly api: GridApi<Row> | null
  /** Rows shown after search and filters, and all. */
  readonly count: number
  readonly total: number
  readonly search: string
  readonly children?: ReactNode
  onSearch(text: string): void
  /** Down in a search field: on to what was found. */
  onEnter(): void
}

/** The line above a ledger: search in all its columns, how many rows, columns, Excel, print. */
export function LedgerTools<Row>(props: LedgerToolsProps<Row>) {
  const { id, title, columns, api, count, total, search, children, onSearch, onEnter } = props
  const { t } = useTranslation()
  const { tell, tellError } = useNotices()
  const [saving, setSaving] = useState(false)
  const print = usePrint()
  const save = async () => {
    if (!api) return
    setSaving(true)
    try {
      const saved = savedSentence(t, await saveTable(t, tableOf(api, columns, title)))
      if (saved) tell('good', saved)
    } catch (error) {
      tellError(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is one of the search fields inside
    <div
      className="ledger-tools"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || !isTyping(event.target) || isComposing(event)) return
        event.preventDefault()
        onEnter()
      }}
    >
      <input
        className="input ledger-search"
        type="search"
        aria-label={t('ledger.search', { title })}
        placeholder={t('ledger.searchHint')}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <span className="muted digits" role="status">
        {count === total ? t('ledger.count', { count }) : t('ledger.filtered', { count, total })}
      </span>
      <div className="ledger-buttons">
        {children}
        <ColumnsMenu id={id} columns={columns} api={api} />
        <Button size="small" pending={saving} onClick={() => void save()}>
          {t('ledger.export')}
        </Button>
        <Button size="small" onClick={() => api && void print(tableOf(api, columns, title))}>
          {t('ledger.print')}
        </Button>
      </div>
    </div>
  )
}
