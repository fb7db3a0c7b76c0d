import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../shared/domain/team/roster/assess.ts'
import type { ExistingChoice } from '../../../shared/domain/team/roster/planTeam.ts'
import type { RosterRow } from '../../../shared/domain/team/roster/rows.ts'
import type { RosterField } from '../../../shared/domain/team/roster/table.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { ColumnChoices } from './ColumnChoices.tsx'
import { CountList } from './CountList.tsx'
import { IssueList } from './IssueList.tsx'
import { hasWork, issuesOf, type RosterDraft, shownFields } from './model.ts'
import { NoticeList } from './NoticeList.tsx'
import { PreviewGrid, type PreviewHandle } from './PreviewGrid.tsx'
import './roster.css'

export interface RosterPreviewViewProps {
  readonly draft: RosterDraft
  readonly assessment: Assessment
  /** While it is being recorded: how far it is (total 0: not known yet). */
  readonly progress: { readonly done: number; readonly total: number } | null
  onEdit(row: RosterRow, field: RosterField, text: string): void
  onToggle(key: string): void
  onColumn(sheet: number, letter: string, field: RosterField | null): void
  onExisting(choice: ExistingChoice): void
  onImport(): void
  onBack(): void
  onClose(): void
}

/** Second step: every row with what will become of it, every doubtful cell with what is wrong; nothing is written yet. */
export function RosterPreviewView(props: RosterPreviewViewProps) {
  const { t } = useTranslation('roster')
  const { draft, assessment, progress } = props
  const [show, setShow] = useState<'all' | 'issues'>('all')
  const grid = useRef<PreviewHandle>(null)
  const room = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone with the first step; the keys must work all the same.
  useEffect(() => {
    room.current?.focus()
  }, [])
  const manySheets = draft.table.sheets.length > 1
  const ready = hasWork(assessment) && progress === null
  const rows = show === 'all' ? assessment.rows : assessment.rows.filter(({ issues }) => issues.length > 0)
  return (
    // Ctrl+Enter is a short cut to the button below, which says so.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={room}
      className="room roster-preview"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing || !ready) return
        event.preventDefault()
        props.onImport()
      }}
    >
      <RoomHeader title={t('title')} note={`${draft.file}　${t('preview.rows', { count: assessment.rows.length })}`}>
        <Button onClick={props.onBack} disabled={progress !== null}>
          {t('preview.back')}
        </Button>
        <Button onClick={props.onClose} disabled={progress !== null}>
          {t('close')}
        </Button>
        <Button
          kind="primary"
          hotkey="Ctrl+Enter"
          pending={progress !== null}
          disabled={!ready}
          onClick={props.onImport}
        >
          {hasWork(assessment) ? t('preview.import') : t('preview.nothing')}
        </Button>
      </RoomHeader>
      <div className="roster-head">
        <CountList counts={assessment.counts} />
        {progress === null ? null : (
          <p role="status">
            <progress max={progress.total || undefined} value={progress.total ? progress.done : undefined} />{' '}
            {progress.total ? t('preview.progress', { ...progress }) : t('preview.checking')}
          </p>
        )}
      </div>
      <div className="roster-split">
        <div className="roster-main">
          <div className="roster-choices">
            <ChoiceField
              label={t('existing.label')}
              value={draft.existing}
              options={(['update', 'skip'] as const).map((value) => ({ value, label: t(`existing.${value}`) }))}
              onChange={props.onExisting}
            />
            <ChoiceField
              label={t('show.label')}
              value={show}
              options={(['all', 'issues'] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
              onChange={(value) => setShow(value)}
            />
            <p className="muted">{t('existing.hint')}</p>
          </div>
          <PreviewGrid
            ref={grid}
            rows={rows}
            fields={shownFields(draft)}
            manySheets={manySheets}
            onEdit={props.onEdit}
            onToggle={props.onToggle}
          />
          <p className="muted">{t('grid.hint')}</p>
        </div>
        <aside className="roster-side">
          <IssueList
            issues={issuesOf(assessment.rows)}
            manySheets={manySheets}
            onOpen={({ row, issue }) => grid.current?.focusCell(row.row.key, issue.field)}
          />
          <NoticeList notices={draft.table.notices} />
          <ColumnChoices draft={draft} onColumn={props.onColumn} />
        </aside>
      </div>
    </div>
  )
}
