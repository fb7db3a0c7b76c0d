import { useTranslation } from 'react-i18next'
import type { ReportTexts } from '../../../shared/ipc/reports.ts'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'

export interface TextsViewProps {
  readonly tab: 'sms' | 'broadcast' | 'phoneLog'
  readonly texts: ReportTexts
  onCopy(text: string): void
}

/** The report as a text message, a broadcast script, or the record of what was said by telephone. */
export function TextsView({ tab, texts, onCopy }: TextsViewProps) {
  const { t } = useTranslation('reports')
  const text = tab === 'sms' ? texts.sms.text : texts[tab]
  if (text === '') return <p className="muted">{t('texts.none')}</p>
  const { characters, messages, shortened } = texts.sms
  return (
    <div className="report-text">
      <div className="report-page-head">
        {tab === 'sms' ? (
          <>
            <StatusTag tone={messages > 1 ? 'warn' : 'good'}>{t('texts.length', { characters, messages })}</StatusTag>
            {shortened ? <StatusTag tone="warn">{t('texts.shortened')}</StatusTag> : null}
          </>
        ) : null}
        {tab === 'broadcast' ? <span className="muted">{t('texts.broadcastHint')}</span> : null}
        <Button size="small" onClick={() => onCopy(text)}>
          {t('texts.copy')}
        </Button>
      </div>
      <p className="report-text-words" lang="zh-CN">
        {text}
      </p>
    </div>
  )
}
