import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Adopted, BoardRow, Claim } from '../../../shared/domain/incident/figureBoard.ts'
import { sameAmount } from '../../../shared/domain/incident/figures.ts'
import type { Amount } from '../../../shared/domain/values.ts'
import { amountWords } from '../../components/amountWords.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import type { Contest } from './model.ts'
import { useAdoptKeys } from './useAdoptKeys.ts'
import './facts.css'
import './figures.css'

interface FigureBoardViewProps {
  readonly rows: readonly BoardRow[]
  readonly contests: readonly Contest[]
  /** Id of the incident on screen: claims of merged ones say where they were made. */
  readonly incident: string
  /** Numbers of the incidents merged into it, by id. */
  readonly members: Readonly<Record<string, string>>
  /** Whether figures may be adopted now. */
  readonly open: boolean
  onAdopt(field: string, adopted: Adopted | null): void
  /** Takes back a claim made on the incident itself. */
  onWithdraw(claim: string): void
}

/**
 * Official value of each figure, and everything that was said of it side by side. Nothing is ever added up. F goes to the figures,
 * the arrows walk from one 采用 to the next.
 */
export function FigureBoardView(props: FigureBoardViewProps) {
  const { t } = useTranslation('incidents')
  const table = useRef<HTMLTableElement>(null)
  const { onKeyDown, keep } = useAdoptKeys(table, props.rows)
  if (props.rows.length === 0) return <p className="muted">{t('figures.none')}</p>
  return (
    <table className="incident-figures" ref={table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{t('figures.field')}</th>
          <th scope="col">{t('figures.official')}</th>
          <th scope="col">{t('figures.said')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <FigureRow
            key={row.field}
            row={row}
            {...props}
            onAdopt={(field, adopted) => {
              keep()
              props.onAdopt(field, adopted)
            }}
          />
        ))}
      </tbody>
    </table>
  )
}

function FigureRow({ row, ...props }: FigureBoardViewProps & { readonly row: BoardRow }) {
  const { t } = useTranslation('incidents')
  const { field, official, claims, differ, outdated } = row
  const name = t(`figures:${field}`, { defaultValue: field })
  const contest = props.contests.find((one) => one.field === field)
  return (
    <tr>
      <th scope="row" title={t(`figures:full.${field}`, { defaultValue: name })}>
        {name}
      </th>
      <td>
        {official ? (
          <>
            <strong className="incident-official">{withUnit(official.value, field, t)}</strong>
            <span className="muted">{official.source}</span>
            {props.open ? (
              <Button kind="quiet" size="small" onClick={() => props.onAdopt(field, null)}>
                {t('figures.withdrawOfficial')}
              </Button>
            ) : null}
          </>
        ) : (
          <StatusTag tone="mute">{t('figures.noOfficial')}</StatusTag>
        )}
        {outdated ? <StatusTag tone="warn">{t('figures.outdated')}</StatusTag> : null}
        {contest?.options
          .filter(({ inForce, value }) => !inForce && value !== null)
          .map(({ value, by }) => (
            <p key={by} className="incident-contest">
              <StatusTag tone="warn">{t('common:mark.concurrent')}</StatusTag>{' '}
              {t('figures.rival', { by, amount: withUnit((value as unknown as Adopted).value, field, t) })}
              <Button size="small" onClick={() => props.onAdopt(field, value as unknown as Adopted)}>
                {t('contest.choose')}
              </Button>
            </p>
          ))}
      </td>
      <td>
        {differ ? <StatusTag tone="warn">{t('figures.differ')}</StatusTag> : null}
        <ul>
          {claims.map((claim) => (
            <ClaimLine key={claim.id} claim={claim} official={official} {...props} />
          ))}
        </ul>
      </td>
    </tr>
  )
}

interface ClaimLineProps extends FigureBoardViewProps {
  readonly claim: Claim
  readonly official: Adopted | null
}

function ClaimLine({ claim, official, incident, members, open, onAdopt, onWithdraw }: ClaimLineProps) {
  const { t } = useTranslation('incidents')
  const { id, field, amount, source, at, call } = claim
  const isOfficial = official !== null && official.claim === id && sameAmount(official.value, amount)
  const from = claim.incident === incident ? undefined : members[claim.incident]
  return (
    <li>
      <span className="incident-claim-amount">{withUnit(amount, field, t)}</span>
      <span className="muted">
        {source} <BeijingTime ms={at} format="monthDay" />
        {from ? ` · ${t('figures.from', { no: from })}` : ''}
      </span>
      {isOfficial ? <StatusTag tone="good">{t('figures.adopted')}</StatusTag> : null}
      {open && !isOfficial ? (
        <span data-adopt>
          <Button size="small" onClick={() => onAdopt(field, { value: amount, claim: id, source })}>
            {t('figures.adopt')}
          </Button>
        </span>
      ) : null}
      {open && call === null && claim.incident === incident ? (
        <Button kind="quiet" size="small" onClick={() => onWithdraw(id)}>
          {t('figures.withdraw')}
        </Button>
      ) : null}
    </li>
  )
}

function withUnit(amount: Amount, field: string, t: Parameters<typeof amountWords>[1]): string {
  const words = amountWords(amount, t)
  return amount === null ? words : `${words} ${t(`figures:unit.${field}`, { defaultValue: '' })}`.trim()
}
