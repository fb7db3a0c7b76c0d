import {
  type CellClassParams,
  type CellEditRequestEvent,
  type CellKeyDownEvent,
  type ColDef,
  type FullWidthCellKeyDownEvent,
  type GridApi,
  TextEditorModule,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { type Ref, useImperativeHandle, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessedRow } from '../../../shared/domain/team/roster/assess.ts'
import type { RosterRow } from '../../../shared/domain/team/roster/rows.ts'
import type { RosterField } from '../../../shared/domain/team/roster/table.ts'
import { gridModules } from '../../components/ledger/gridModules.ts'
import { gridTheme } from '../../components/ledger/gridTheme.ts'
import { useLife } from '../../components/ledger/useLife.ts'
import { useLook } from '../../look/LookProvider.tsx'
import { issueAt } from './model.ts'
import { ActionTag, PreviewCell, TakeRow } from './PreviewCell.tsx'

export interface PreviewHandle {
  /** Puts the keyboard on a cell. */
  focusCell(key: string, field: RosterField): void
}

interface PreviewGridProps {
  readonly rows: readonly AssessedRow[]
  readonly fields: readonly RosterField[]
  readonly manySheets: boolean
  readonly ref?: Ref<PreviewHandle>
  onEdit(row: RosterRow, field: RosterField, text: string): void
  onToggle(key: string): void
}

const modules = [...gridModules, TextEditorModule]
const WIDTHS: { readonly [F in RosterField]?: number } = {
  teamName: 180,
  memberName: 150,
  memberPost: 110,
  memberPhone: 185,
  leaderPhone: 185,
  teamPhone: 185,
  equipment: 220,
  strength: 110,
}

/** The rows of the file as a grid: cells are edited in place, doubtful ones are marked by word and colour. */
export function PreviewGrid({ rows, fields, manySheets, ref, onEdit, onToggle }: PreviewGridProps) {
  const { t, i18n } = useTranslation('roster')
  const life = useLife()
  const grid = useRef<GridApi<AssessedRow> | null>(null)
  useImperativeHandle(ref, () => ({
    focusCell(key, field) {
      const index = grid.current?.getRowNode(key)?.rowIndex
      if (index === undefined || index === null) return
      grid.current?.ensureIndexVisible(index)
      grid.current?.ensureColumnVisible(field)
      grid.current?.setFocusedCell(index, field)
    },
  }))
  // Columns stay the same objects while cells are corrected: the grid keeps widths, scroll place and focus.
  const fieldList = fields.join()
  const large = useLook().look.size === 'large'
  const toggle = useRef(onToggle)
  toggle.current = onToggle
  const columnDefs = useMemo((): ColDef<AssessedRow>[] => {
    const wide = (width: number) => (large ? Math.round(width * 1.2) : width)
    const fixed = { editable: false, pinned: 'left', sortable: false } as const
    return [
      {
        ...fixed,
        colId: 'take',
        headerName: t('grid.take'),
        width: wide(74),
        cellRenderer: ({ data }: { data?: AssessedRow }) =>
          data ? (
            <TakeRow
              row={data}
              label={t('grid.takeRow', { row: data.row.row })}
              onToggle={(key) => toggle.current(key)}
            />
          ) : null,
      },
      {
        ...fixed,
        colId: 'row',
        headerName: t('grid.row'),
        width: wide(manySheets ? 120 : 64),
        valueGetter: ({ data }) => (data ? `${manySheets ? `${data.row.sheet} ` : ''}${data.row.row}` : ''),
      },
      {
        ...fixed,
        colId: 'action',
        headerName: t('grid.action'),
        width: wide(130),
        cellRenderer: ({ data }: { data?: AssessedRow }) =>
          data ? <ActionTag action={data.action} word={t(`action.${data.action}`)} /> : null,
      },
      ...(fieldList.split(',') as RosterField[]).map(
        (field): ColDef<AssessedRow> => ({
          colId: field,
          headerName: t(`teams:roster.${field}`),
          width: wide(WIDTHS[field] ?? 150),
          editable: ({ data }) => data?.action !== 'out',
          sortable: false,
          valueGetter: ({ data }) => data?.row.cells[field]?.text ?? '',
          equals: () => false,
          cellClass: ({ data }: CellClassParams<AssessedRow>) => {
            const issue = data ? issueAt(data, field) : null
            return issue ? `roster-cell roster-cell-${issue.effect}` : 'roster-cell'
          },
          cellRenderer: ({ data }: { data?: AssessedRow }) =>
            data ? <PreviewCell row={data} field={field} t={t} /> : null,
        }),
      ),
    ]
  }, [fieldList, manySheets, large, t])

  const onKey = (event: CellKeyDownEvent<AssessedRow> | FullWidthCellKeyDownEvent<AssessedRow>) => {
    const key = event.event
    if (!(key instanceof KeyboardEvent) || key.key !== ' ' || !event.data) return
    key.preventDefault()
    onToggle(event.data.row.key)
  }
  return (
    <section className="roster-grid" aria-label={t('grid.title')}>
      <AgGridReact<AssessedRow>
        key={`${i18n.language} ${life}`}
        modules={modules}
        theme={gridTheme}
        columnDefs={columnDefs}
        rowData={rows as AssessedRow[]}
        getRowId={({ data }) => data.row.key}
        rowClassRules={{ 'roster-row-out': ({ data }) => data?.action === 'out' || data?.action === 'drop' }}
        overlayNoRowsTemplate={t('grid.empty')}
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus
        readOnlyEdit
        onCellEditRequest={({ data, column, newValue }: CellEditRequestEvent<AssessedRow>) =>
          onEdit(data.row, column.getColId() as RosterField, String(newValue ?? ''))
        }
        tabToNextCell={() => false}
        onGridReady={({ api }) => {
          grid.current = api
        }}
        onCellKeyDown={onKey}
      />
    </section>
  )
}
