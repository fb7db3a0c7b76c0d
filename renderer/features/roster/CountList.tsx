import { useTranslation } from 'react-i18next'
import type { RosterCounts } from '../../../shared/domain/team/roster/assess.ts'
import { StatusTag, type Tone } from '../../components/StatusTag.tsx'

/** What importing will do, in numbers; what comes to nothing is not said. */
export function CountList({ counts }: { readonly counts: RosterCounts }) {
  const { t } = useTranslation('roster')
  const { teams, members, rowsOut, rowsDropped, cellsDropped } = counts
  const entries: readonly (readonly [string, number, Tone])[] = [
    ['teamsAdd', teams.add, 'good'],
    ['teamsUpdate', teams.update, 'info'],
    ['membersAdd', members.add, 'good'],
    ['membersUpdate', members.update, 'info'],
    ['membersSame', members.same, 'mute'],
    ['membersSkip', members.skip, 'mute'],
    ['cellsDropped', cellsDropped, 'warn'],
    ['rowsDropped', rowsDropped, 'bad'],
    ['rowsOut', rowsOut, 'mute'],
  ]
  return (
    <div role="status">
      <ul className="roster-counts">
        {entries
          .filter(([, count]) => count > 0)
          .map(([name, count, tone]) => (
            <li key={name}>
              <StatusTag tone={tone}>{t(`counts.${name}`, { count })}</StatusTag>
            </li>
          ))}
      </ul>
    </div>
  )
}
