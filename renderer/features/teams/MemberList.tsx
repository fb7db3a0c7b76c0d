import { useTranslation } from 'react-i18next'
import type { TeamMemberLine } from '../../../shared/ipc/teams.ts'
import { Button } from '../../components/Button.tsx'

interface MemberListProps {
  readonly members: readonly TeamMemberLine[]
  onEdit(member: TeamMemberLine): void
  onRemove(member: TeamMemberLine): void
}

/** The people of a team. A short list with its own acts, so a plain table and no grid. */
export function MemberList({ members, onEdit, onRemove }: MemberListProps) {
  const { t } = useTranslation('teams')
  if (members.length === 0) return <p className="muted">{t('detail.noMembers')}</p>
  return (
    <table className="teams-members">
      <thead>
        <tr>
          <th scope="col">{t('member.name')}</th>
          <th scope="col">{t('member.post')}</th>
          <th scope="col">{t('member.phone')}</th>
          <th scope="col">{t('member.skills')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">{member.name}</th>
            <td>{member.post}</td>
            <td className="digits">{member.phone}</td>
            <td>{member.skills.join('、')}</td>
            <td className="teams-member-acts">
              <Button
                size="small"
                kind="quiet"
                label={`${t('act.edit')} ${member.name}`}
                onClick={() => onEdit(member)}
              >
                {t('act.edit')}
              </Button>
              <Button
                size="small"
                kind="quiet"
                label={`${t('act.remove')} ${member.name}`}
                onClick={() => onRemove(member)}
              >
                {t('act.remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
