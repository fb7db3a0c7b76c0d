import { useTranslation } from 'react-i18next'
import { writeEquipment } from '../../../shared/domain/team/equipment.ts'
import { TEAM_STATES, type TeamState } from '../../../shared/domain/team/events.ts'
import { kindName } from '../../../shared/domain/team/kinds.ts'
import type { TeamDetail, TeamLoad, TeamMemberLine } from '../../../shared/ipc/teams.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { ContestedList } from './ContestedList.tsx'
import { TeamStateTag } from './columns.tsx'
import { teamKinds } from './kinds.ts'
import { LoadMark, placeWords } from './LoadMark.tsx'
import { MemberList } from './MemberList.tsx'
import { isActive, shortfall } from './model.ts'
import './teams.css'

export interface TeamDetailViewProps {
  readonly detail: TeamDetail
  /** Null: not read yet, or not a team that can be sent. */
  readonly load: TeamLoad | null
  onClose(): void
  onEdit(): void
  onLocate(): void
  onState(state: TeamState): void
  onRetire(): void
  onRestore(): void
  onMerge(): void
  onUnmerge(): void
  onOpenTeam(id: string): void
  onAddMember(): void
  onEditMember(member: TeamMemberLine): void
  onRemoveMember(member: TeamMemberLine): void
}

/** One team: what it is, how it stands, who is in it. Escape closes it. */
export function TeamDetailView(props: TeamDetailViewProps) {
  const { t, i18n } = useTranslation('teams')
  const { detail, load } = props
  const { team, members, mergedFrom, contestedFields } = detail
  const active = isActive(team)
  const rule = active ? shortfall(team) : null
  const none = t('detail.none')
  const facts: readonly (readonly [string, string])[] = [
    [t('column.kind'), kindName(teamKinds, team.kind, i18n.language)],
    [t('column.village'), team.village?.name ?? none],
    [t('column.leader'), [team.leader?.name, team.leader?.phone].filter(Boolean).join('　') || none],
    [t('column.phone'), team.phone || none],
    [t('detail.skills'), team.skills.join('、') || none],
    [t('detail.equipment'), writeEquipment(team.equipment) || none],
    ...(team.note ? [[t('column.note'), team.note] as const] : []),
  ]
  return (
    <section
      className="teams-detail panel"
      aria-label={team.name}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) props.onClose()
      }}
    >
      <header className="teams-detail-head">
        <h2 tabIndex={-1}>{team.name}</h2>
        <Button size="small" kind="quiet" hotkey="Esc" onClick={props.onClose}>
          {t('detail.close')}
        </Button>
      </header>
      <div className="teams-detail-body">
        {team.merged ? (
          <p className="teams-notice">
            {t('detail.mergedInto', { name: team.merged.name })}
            <Button size="small" onClick={() => team.merged && props.onOpenTeam(team.merged.id)}>
              {t('detail.open', { name: team.merged.name })}
            </Button>
          </p>
        ) : null}
        {team.retired === null ? null : <p className="teams-notice">{t('detail.retired', { reason: team.retired })}</p>}
        {active ? (
          <div className="teams-state">
            <TeamStateTag state={team.state} t={t} />
            {load && load.open > 0 ? <LoadMark load={load} t={t} /> : null}
            {team.reason ? <span>{team.reason}</span> : null}
            {team.since ? (
              <span className="muted">
                {t('detail.by', { by: team.since.by, at: formatBeijing(team.since.atMs, 'monthDay') })}
              </span>
            ) : null}
            {load?.place ? (
              <span>
                {t('load.since', { place: placeWords(load, t), at: formatBeijing(load.place.at, 'monthDay') })}
              </span>
            ) : null}
            <div className="teams-buttons">
              <Button size="small" onClick={props.onLocate}>
                {t('locate.act')}
              </Button>
              {TEAM_STATES.filter((state) => state !== team.state).map((state) => (
                <Button key={state} size="small" onClick={() => props.onState(state)}>
                  {t('act.setState', { state: t(`state.${state}`) })}
                </Button>
              ))}
            </div>
          </div>
        ) : null}
        <ContestedList contested={contestedFields} />
        <dl className="teams-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {mergedFrom.length > 0 ? (
          <p className="muted">{t('detail.mergedFrom', { names: mergedFrom.map(({ name }) => name).join('、') })}</p>
        ) : null}
        <div className="teams-buttons">
          <Button size="small" onClick={props.onEdit}>
            {t('detail.edit')}
          </Button>
          {team.merged ? (
            <Button size="small" onClick={props.onUnmerge}>
              {t('act.unmerge')}
            </Button>
          ) : (
            <Button size="small" onClick={props.onMerge} disabled={!active}>
              {t('act.merge')}
            </Button>
          )}
          {team.retired === null ? (
            <Button size="small" kind="danger" onClick={props.onRetire}>
              {t('act.retire')}
            </Button>
          ) : (
            <Button size="small" onClick={props.onRestore}>
              {t('act.restore')}
            </Button>
          )}
        </div>
        <div className="teams-members-head">
          <h3>{t('detail.members')}</h3>
          <span className="muted digits">{t('detail.people', { count: members.length })}</span>
          {team.strength === null ? null : (
            <span className="muted digits">{t('detail.strength', { count: team.strength })}</span>
          )}
          {rule ? (
            <span title={t('belowHint', { ...rule })}>
              <StatusTag tone="warn">{t('mark.below', { minimum: rule.minimum })}</StatusTag>
            </span>
          ) : null}
          <Button size="small" onClick={props.onAddMember}>
            {t('detail.addMember')}
          </Button>
        </div>
        <MemberList members={members} onEdit={props.onEditMember} onRemove={props.onRemoveMember} />
      </div>
    </section>
  )
}
