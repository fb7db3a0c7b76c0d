import { useTranslation } from 'react-i18next'
import type { AttachmentCheck, BadRow, ChainStretches, VerifyReport } from '../../../shared/ipc/store.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { shortDevice } from '../settings/shortDevice.ts'
import { verdictOf } from './model.ts'

export interface VerifyReportViewProps {
  readonly report: VerifyReport
  readonly rebuilding: boolean
  onRebuild(): void
}

const TONES = { good: 'good', shown: 'warn', files: 'bad', bad: 'bad' } as const

export function VerifyReportView({ report, rebuilding, onRebuild }: VerifyReportViewProps) {
  const { t } = useTranslation('store')
  const { atMs, events, seconds, own, others, holes, structure } = report
  const verdict = verdictOf(report)
  return (
    <div className="verify-report">
      <p className="verify-line">
        <StatusTag tone={TONES[verdict]}>{t(`verify.verdict.${verdict}`)}</StatusTag>
        <span className="verify-muted">{t('verify.lastAt', { time: formatBeijing(atMs), events, seconds })}</span>
      </p>
      {own.length > 0 ? <Stretches own={own} /> : null}
      {others.events > 0 ? <p>{t('verify.others', { ...others })}</p> : null}
      {holes > 0 ? <p>{t('verify.holes', { count: holes })}</p> : null}
      <BadRows report={report} />
      {report.different.length > 0 && verdict !== 'bad' ? (
        <div className="verify-line">
          <p>{t('verify.different', { tables: report.different.join(', ') })}</p>
          <Button size="small" pending={rebuilding} onClick={onRebuild}>
            {t(rebuilding ? 'verify.rebuilding' : 'verify.rebuild')}
          </Button>
        </div>
      ) : null}
      <Attachments check={report.attachments} />
      {structure === 'damaged' ? <p role="alert">{t('verify.damaged')}</p> : null}
      {verdict === 'bad' ? <p>{t('verify.advice')}</p> : null}
      <p className="field-hint">{t('verify.limit')}</p>
    </div>
  )
}

function Attachments({ check: { sound, damaged, missing } }: { readonly check: AttachmentCheck }) {
  const { t } = useTranslation('store')
  const names = (all: readonly string[]) => all.join(t('common:list.comma'))
  return (
    <>
      {sound > 0 ? <p>{t('verify.attachments', { count: sound })}</p> : null}
      {damaged.length > 0 ? <p role="alert">{t('verify.attachmentsDamaged', { names: names(damaged) })}</p> : null}
      {missing.length > 0 ? <p role="alert">{t('verify.attachmentsMissing', { names: names(missing) })}</p> : null}
    </>
  )
}

function Stretches({ own }: { readonly own: readonly ChainStretches[] }) {
  const { t } = useTranslation('store')
  return (
    <table className="verify-table">
      <caption>{t('verify.own')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('verify.chain')}</th>
          <th scope="col">{t('verify.total')}</th>
          <th scope="col">{t('verify.countersigned')}</th>
          <th scope="col">{t('verify.signed')}</th>
          <th scope="col">{t('verify.unwitnessed')}</th>
        </tr>
      </thead>
      <tbody>
        {own.map(({ epoch, lane, seq, countersigned, signed }) => (
          <tr key={`${epoch} ${lane}`}>
            <th scope="row">
              {t('verify.epoch', { epoch: Number.parseInt(epoch, 10) })} {t(`verify.lane.${lane}`)}
            </th>
            <td>{t('verify.count', { count: seq })}</td>
            <td>{t('verify.count', { count: countersigned })}</td>
            <td>{t('verify.count', { count: signed - countersigned })}</td>
            <td>{t('verify.count', { count: seq - signed })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BadRows({ report: { bad, badCount, badSignatures } }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('store')
  return (
    <>
      {badCount > 0 ? (
        <section role="alert" aria-label={t('verify.badTitle', { count: badCount })}>
          <h3>{t('verify.badTitle', { count: badCount })}</h3>
          <ul>
            {bad.map((row) => (
              <li key={`${row.origin} ${row.epoch} ${row.lane} ${row.seq} ${row.what}`}>
                <BadRowLine row={row} />
              </li>
            ))}
          </ul>
          {badCount > bad.length ? <p>{t('verify.badMore', { count: badCount - bad.length })}</p> : null}
        </section>
      ) : null}
      {badSignatures > 0 ? <p role="alert">{t('verify.badSignatures', { count: badSignatures })}</p> : null}
    </>
  )
}

function BadRowLine({ row: { origin, epoch, lane, seq, what } }: { readonly row: BadRow }) {
  const { t } = useTranslation('store')
  return t('verify.badRow', {
    device: shortDevice(origin),
    epoch: Number.parseInt(epoch, 10),
    lane: t(`verify.lane.${lane}`),
    seq,
    what: t(`verify.what.${what}`),
  })
}
