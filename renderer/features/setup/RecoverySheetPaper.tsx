import { useTranslation } from 'react-i18next'
import type { RecoverySheet } from '../../../shared/ipc/session.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import './recovery.css'

/** The sheet as it lies in the safe: what it opens, and how it is used. */
export function RecoverySheetPaper({ sheet }: { readonly sheet: RecoverySheet }) {
  const { t } = useTranslation('setup')
  const rows = [
    [t('sheet.township'), `${sheet.county}${sheet.township}`],
    [t('field.division'), sheet.division],
    [t('sheet.console'), t('sheet.consoleValue', { letter: sheet.letter, name: sheet.console })],
    [t('sheet.device'), sheet.device],
    [t('sheet.at'), formatBeijing(sheet.atMs)],
  ] as const
  return (
    <article className="print-only sheet">
      <h1>{t('sheet.paperTitle')}</h1>
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="recovery-code">{sheet.code}</p>
      <h2>{t('sheet.use')}</h2>
      <ol className="recovery-use">
        {(['one', 'two', 'three'] as const).map((line) => (
          <li key={line}>{t(`sheet.useLine.${line}`)}</li>
        ))}
      </ol>
      <p className="sheet-signatures">
        <span>{t('common:print.signature', { who: t('sheet.keeper') })}</span>
        <span>{t('common:print.signature', { who: t('sheet.witness') })}</span>
      </p>
    </article>
  )
}
