import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { LogFilters, type LogFiltersProps } from './LogFilters.tsx'
import type { EntryAct } from './LogLineView.tsx'
import { LogList } from './LogList.tsx'
import './log.css'

export interface LogRoomViewProps extends LogFiltersProps {
  readonly state: 'reading' | 'ready' | 'failed'
  readonly lines: readonly LogLine[]
  readonly more: boolean
  readonly person: string
  readonly filtered: boolean
  /** The box for free entries. */
  readonly entryForm: ReactNode
  /** Lines gathered so far for Excel or paper; null when nothing is being made. */
  readonly gathered: number | null
  onMore(): void
  onAct(act: EntryAct, line: LogLine): void
  onOpen(line: LogLine): void
  onExport(): void
  onPrint(): void
  onCancel(): void
}

export function LogRoomView(props: LogRoomViewProps) {
  const { state, lines, more, person, filtered, entryForm, gathered } = props
  const { t } = useTranslation('log')
  return (
    <div className="room">
      <RoomHeader title={t('title')}>
        {gathered === null ? (
          <>
            <Button onClick={props.onExport}>{t('common:ledger.export')}</Button>
            <Button onClick={props.onPrint}>{t('common:ledger.print')}</Button>
          </>
        ) : (
          <div className="log-progress" role="status">
            {t('gathering', { count: gathered })}
            <Button onClick={props.onCancel}>{t('common:form.cancel')}</Button>
          </div>
        )}
      </RoomHeader>
      {entryForm}
      <LogFilters form={props.form} authors={props.authors} onChange={props.onChange} />
      <div className="log-scroll" aria-busy={state === 'reading'}>
        {state === 'failed' ? <EmptyState title={t('failed')} hint={t('failedHint')} /> : null}
        {state === 'ready' && lines.length === 0 ? (
          <EmptyState
            title={t(filtered ? 'nothingFound' : 'empty')}
            hint={t(filtered ? 'nothingFoundHint' : 'emptyHint')}
          />
        ) : null}
        {lines.length > 0 ? (
          <LogList
            lines={lines}
            more={more}
            person={person}
            onMore={props.onMore}
            onAct={props.onAct}
            onOpen={props.onOpen}
          />
        ) : null}
      </div>
    </div>
  )
}
