import type { CellKeyDownEvent, ColDef, FullWidthCellKeyDownEvent, GridApi, RowClassRules } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLook } from '../../look/LookProvider.tsx'
import { useNotices } from '../notices.ts'
import { isFocusNowhere, useListEntry } from '../useListEntry.ts'
import type { LedgerColumn } from './column.ts'
import { type ColumnState, keepColumns, readColumns } from './columnMemory.ts'
import { enterLedger } from './enterLedger.ts'
import { gridModules } from './gridModules.ts'
import { copyText } from './gridTable.ts'
import { gridTheme } from './gridTheme.ts'
import type { LedgerProps } from './Ledger.tsx'
import { LedgerTools } from './LedgerTools.tsx'
import { useLife } from './useLife.ts'
import './ledger.css'

/** Columns grow with the text. */
const SCALES = { normal: 1, large: 17 / 14 } as const

const WALKING = /^(Arrow(Up|Down)|Page(Up|Down)|Home|End)$/

/** The grid behind <Ledger>; loaded with the first one. */
export function LedgerGrid<Row>(props: LedgerProps<Row>) {
  const { id, title, columns, rows, rowId, at, onOpen, onWalk, rowTone, empty, tools } = props
  const { t, i18n } = useTranslation()
  const { tell } = useNotices()
  const grid = useRef<GridApi<Row> | null>(null)
  const [ready, setReady] = useState<GridApi<Row> | null>(null)
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(rows.length)
  const { look } = useLook()
  const life = useLife()
  const columnDefs = useMemo(() => columns.map((column) => columnDef(column, SCALES[look.size])), [columns, look.size])
  const localeText = useMemo(
    () => ({ ...(i18n.getResourceBundle(i18n.language, 'grid') as Record<string, string>), noRowsToShow: empty }),
    [i18n, i18n.language, empty],
  )
  const rowClassRules = useMemo((): RowClassRules<Row> => {
    const is = (tone: string) => (params: { data?: Row | undefined }) =>
      params.data !== undefined && rowTone?.(params.data) === tone
    return { 'ledger-quiet': is('quiet'), 'ledger-void': is('void'), 'ledger-alarm': is('alarm') }
  }, [rowTone])

  useListEntry(() => enterLedger(grid.current, at))
  const remember = () => {
    if (grid.current) keepColumns(localStorage, id, grid.current.getColumnState())
  }
  const onKey = (event: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>) => {
    const key = event.event
    if (!(key instanceof KeyboardEvent) || key.isComposing) return
    if (key.key === 'Enter' && event.data !== undefined) onOpen?.(event.data)
    const selected = getSelection()?.toString() ?? ''
    if ((key.ctrlKey || key.metaKey) && key.code === 'KeyC' && selected === '' && grid.current) {
      const text = copyText(grid.current, columns, key.shiftKey)
      if (text === null) return
      key.preventDefault()
      navigator.clipboard.writeText(text).then(
        () => tell('good', t(key.shiftKey ? 'ledger.copiedRow' : 'ledger.copiedCell')),
        () => tell('warn', t('ledger.notCopied')),
      )
    }
  }

  const walkTo = (row: Row | undefined) => {
    if (row !== undefined && rowId(row) !== at) onWalk?.(row)
  }
  // The rows changed under the cursor, which stays where it is: it goes along with the record that is open.
  const keepCursor = (api: GridApi<Row>) => {
    const index = at && onWalk ? api.getRowNode(at)?.rowIndex : null
    if (typeof index !== 'number' || api.getFocusedCell()?.rowIndex === index) return
    if (document.activeElement?.closest('.ledger-grid')) enterLedger(api, at)
  }

  return (
    <section className="ledger" aria-label={title}>
      <LedgerTools
        id={id}
        title={title}
        columns={columns}
        api={ready}
        count={shown}
        total={rows.length}
        search={search}
        onSearch={setSearch}
        onEnter={() => enterLedger(grid.current)}
      >
        {tools}
      </LedgerTools>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the grid's, which has moved its cursor by now */}
      <div
        className="ledger-grid"
        onKeyDown={({ key }) => {
          const index = WALKING.test(key) ? grid.current?.getFocusedCell()?.rowIndex : undefined
          if (index !== undefined) walkTo(grid.current?.getDisplayedRowAtIndex(index)?.data)
        }}
      >
        <AgGridReact<Row>
          key={`${i18n.language} ${look.size} ${life}`}
          modules={gridModules}
          theme={gridTheme}
          columnDefs={columnDefs}
          rowData={rows as Row[]}
          getRowId={({ data }) => rowId(data)}
          quickFilterText={search}
          localeText={localeText}
          rowClassRules={rowClassRules}
          enableCellTextSelection
          ensureDomOrder
          suppressDragLeaveHidesColumns
          suppressCellFocus={false}
          // Tab leaves the grid: the arrows walk in it.
          tabToNextCell={() => false}
          // Up from the first row stays there: in the titles Enter would sort the ledger instead of opening a record.
          navigateToNextCell={({ key, previousCellPosition: from, nextCellPosition: to }) =>
            key === 'ArrowUp' && (to === null || to.rowIndex < 0) ? from : to
          }
          onGridReady={({ api }) => {
            grid.current = api
            const kept = readColumns(localStorage, id)
            if (kept) api.applyColumnState({ state: kept.map(gridState), applyOrder: true })
            setReady(api)
          }}
          onFirstDataRendered={({ api }) => {
            if (at && isFocusNowhere()) enterLedger(api, at)
          }}
          onModelUpdated={({ api }) => {
            setShown(api.getDisplayedRowCount())
            keepCursor(api)
          }}
          onCellClicked={({ data }) => walkTo(data)}
          onColumnMoved={({ finished }) => finished && remember()}
          onColumnResized={({ finished, source }) => finished && source !== 'flex' && remember()}
          onColumnVisible={remember}
          onSortChanged={remember}
          onCellKeyDown={onKey}
          onRowDoubleClicked={({ data }) => data !== undefined && onOpen?.(data)}
        />
      </div>
    </section>
  )
}

/** AG Grid takes null for “not sorted”, but no missing width. */
function gridState({ colId, width, hide, sort, sortIndex }: ColumnState) {
  return { colId, ...(width ? { width } : {}), hide: hide ?? false, sort: sort ?? null, sortIndex: sortIndex ?? null }
}

function columnDef<Row>(column: LedgerColumn<Row>, scale: number): ColDef<Row> {
  const { key, title, width, hidden, align, pinned, render, compare } = column
  return {
    colId: key,
    headerName: title,
    valueGetter: ({ data }) => (data === undefined ? null : column.value(data)),
    filter: align === 'end' ? 'agNumberColumnFilter' : 'agTextColumnFilter',
    initialHide: hidden ?? false,
    resizable: true,
    sortable: true,
    minWidth: 60,
    // A long title takes a second line rather than an ellipsis.
    wrapHeaderText: true,
    autoHeaderHeight: true,
    ...(width === undefined ? { flex: 1, minWidth: 160 * scale } : { initialWidth: width * scale }),
    ...(pinned ? { initialPinned: 'left' as const } : {}),
    ...(align ? { cellClass: 'ledger-end', headerClass: 'ledger-end' } : {}),
    ...(render ? { cellRenderer: ({ data }: { data?: Row }) => (data === undefined ? null : render(data)) } : {}),
    comparator: (a, b, nodeA, nodeB) =>
      compare && nodeA.data !== undefined && nodeB.data !== undefined
        ? compare(nodeA.data, nodeB.data)
        : compareValues(a, b),
  }
}

/** Empty cells last; numbers by size; text by pinyin, as a Chinese reader looks it up. */
function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'zh-CN', { numeric: true })
}
