import { useTranslation } from 'react-i18next'
import { type LinkRecord, timelineRows } from '../../../shared/domain/review/linkSpells.ts'
import { isGap } from '../../../shared/domain/review/milestones.ts'
import type { ReviewPage } from '../../../shared/domain/review/page.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { sayDuration } from '../../components/duration.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { resultOf, spansOf } from './model.ts'

/** Every step with its time, how long it took, its limit, and whether it was kept. */
export function TimelineTable({ page }: { readonly page: ReviewPage }) {
  const { t } = useTranslation('review')
  const { lines, receivedAt } = page
  const spans = spansOf(lines, receivedAt)
  return (
    <table className="review-table">
      <thead>
        <tr>
          <th scope="col">{t('column.step')}</th>
          <th scope="col">{t('column.at')}</th>
          <th scope="col">{t('column.sinceCall')}</th>
          <th scope="col">{t('column.sinceBefore')}</th>
          <th scope="col">{t('column.limit')}</th>
          <th scope="col">{t('column.result')}</th>
        </tr>
      </thead>
      <tbody>
        {timelineRows(lines, page.links).map((row) => {
          if (row.row === 'link') return <LinkRow key={`link ${row.spell.from}`} spell={row.spell} />
          const { line } = row
          const { sinceCall = null, sinceBefore = null } = spans[lines.indexOf(line)] ?? {}
          return (
            <tr key={`${line.key} ${line.what} ${line.limit?.dueAt ?? ''} ${line.at ?? ''}`} data-step={line.key}>
              <th scope="row">
                {t(`step.${line.key}`)}
                {line.what ? <span className="muted"> {line.what}</span> : null}
              </th>
              <td>
                {isGap(line, page.now) ? <StatusTag tone="warn">{t('unreported')}</StatusTag> : null}
                {line.at === null ? null : <span className="digits">{formatBeijing(line.at, 'monthDay')}</span>}
                {line.by ? <span className="muted"> {line.by}</span> : null}
              </td>
              <td>{sinceCall === null ? '' : sayDuration(sinceCall, t)}</td>
              <td>{sinceBefore === null ? '' : sayDuration(sinceBefore, t)}</td>
              <td>
                {line.limit ? <span className="digits">{formatBeijing(line.limit.dueAt, 'monthDay')}</span> : null}
                {line.source ? <span className="muted review-source">{line.source}</span> : null}
              </td>
              <td>
                <ResultWords line={line} now={page.now} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How the link stood meanwhile. */
function LinkRow({ spell: { way, from, until, goesOn } }: { readonly spell: LinkRecord['spells'][number] }) {
  const { t } = useTranslation('review')
  const span = { from: formatBeijing(from, 'monthDay'), until: formatBeijing(until, 'monthDay') }
  return (
    <tr className="review-link" data-way={way}>
      <th scope="row">
        <StatusTag tone={way === 'none' ? 'bad' : 'warn'}>{t(`link.${way}`)}</StatusTag>
      </th>
      <td colSpan={4} className="digits">
        {t(goesOn ? 'linkSpanGoesOn' : 'linkSpan', span)}
      </td>
      <td>{t('linkLasted', { span: sayDuration(until - from, t) })}</td>
    </tr>
  )
}

function ResultWords({ line, now }: { readonly line: ReviewPage['lines'][number]; readonly now: number }) {
  const { t } = useTranslation('review')
  const result = resultOf(line, now)
  switch (result.kind) {
    case 'none':
      return null
    case 'runs':
      return <StatusTag tone="info">{t('runs')}</StatusTag>
    case 'kept':
      return <StatusTag tone="good">{t('kept', { span: sayDuration(result.by, t) })}</StatusTag>
    case 'missed':
      return (
        <>
          <StatusTag tone="bad">{t('missed', { span: sayDuration(result.by, t) })}</StatusTag>
          <span className="review-source">{line.reason ? t('reason', { reason: line.reason }) : t('noReason')}</span>
        </>
      )
  }
}
