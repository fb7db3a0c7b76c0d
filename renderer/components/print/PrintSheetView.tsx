import { useTranslation } from 'react-i18next'
import type { PrintSheet } from './printSheet.ts'
import { liesOnItsSide, shortColumns } from './shortColumns.ts'

/** The sheet as paper shows it; on screen it is never seen. */
export function PrintSheetView({ title, facts, columns, rows, signatures = [] }: PrintSheet) {
  const { t } = useTranslation()
  const titles = columns.map((column) => column.title)
  const short = shortColumns(titles, rows)
  const oneLine = (at: number) => (short[at] ? 'sheet-short' : undefined)
  return (
    <article className="print-only sheet" data-wide={liesOnItsSide(columns.length)}>
      <h1>{title}</h1>
      <p className="sheet-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <table>
        <thead>
          <tr>
            {titles.map((title, at) => (
              <th key={title} className={oneLine(at)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // Rows of paper have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={line}>
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={at} className={oneLine(at)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {signatures.length > 0 ? (
        <p className="sheet-signatures">
          {signatures.map((words) => (
            <span key={words}>{t('print.signature', { who: words })}</span>
          ))}
        </p>
      ) : null}
    </article>
  )
}
