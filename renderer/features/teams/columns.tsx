import type { TFunction } from 'i18next'
import { writeEquipment } from '../../../shared/domain/team/equipment.ts'
import type { TeamState } from '../../../shared/domain/team/events.ts'
import { kindName } from '../../../shared/domain/team/kinds.ts'
import type { TeamLine, TeamLoad } from '../../../shared/ipc/teams.ts'
import { BeijingTime, formatBeijing } from '../../components/BeijingTime.tsx'
import type { LedgerColumn } from '../../components/ledger/column.ts'
import { StatusTag, type Tone } from '../../components/StatusTag.tsx'
import { teamKinds } from './kinds.ts'
import { LoadMark, loadWords, placeWords } from './LoadMark.tsx'
import { compareByLoad, isActive, shortfall } from './model.ts'

const TONES: Readonly<Record<TeamState, Tone>> = {
  standby: 'good',
  dispatched: 'info',
  resting: 'mute',
  unavailable: 'bad',
}

export function TeamStateTag({ state, t }: { readonly state: TeamState; readonly t: TFunction }) {
  return <StatusTag tone={TONES[state]}>{t(`teams:state.${state}`)}</StatusTag>
}

/** What stands beside a team's name in the ledger. */
function marksOf(team: TeamLine, t: TFunction): readonly string[] {
  return [
    ...(team.merged ? [t('teams:mark.merged', { name: team.merged.name })] : []),
    ...(team.retired === null ? [] : [t('teams:mark.retired')]),
    ...(team.contested > 0 ? [t('teams:mark.contested', { count: team.contested })] : []),
  ]
}

/** `loads` by team: what each has in hand and where it is. */
export function teamColumns(
  t: TFunction,
  language: string,
  loads: ReadonlyMap<string, TeamLoad>,
): readonly LedgerColumn<TeamLine>[] {
  const text = (
    key: string,
    value: (team: TeamLine) => string | number | null,
    more: Partial<LedgerColumn<TeamLine>> = {},
  ) => ({
    key,
    title: t(`teams:column.${key}`),
    value,
    ...more,
  })
  const loadOf = (id: string, say: (load: TeamLoad) => string) => {
    const load = loads.get(id)
    return load ? say(load) : ''
  }
  return [
    text('name', ({ name }) => name, {
      pinned: true,
      width: 240,
      render: (team) => (
        <span className="teams-name">
          <span className="teams-name-word">{team.name}</span>
          {marksOf(team, t).map((mark) => (
            <StatusTag key={mark} tone={team.contested > 0 ? 'warn' : 'mute'} shape={null}>
              {mark}
            </StatusTag>
          ))}
        </span>
      ),
    }),
    text('state', ({ state }) => t(`teams:state.${state}`), {
      width: 125,
      render: (team) => (isActive(team) ? <TeamStateTag state={team.state} t={t} /> : null),
    }),
    text('load', ({ id }) => loadOf(id, (load) => loadWords(load, t)), {
      width: 130,
      render: ({ id }) => {
        const load = loads.get(id)
        return load ? <LoadMark load={load} t={t} /> : null
      },
      compare: compareByLoad(loads),
    }),
    text('place', ({ id }) => loadOf(id, (load) => placeWords(load, t)), { width: 190 }),
    text('placeSince', ({ id }) => loadOf(id, ({ place }) => (place ? formatBeijing(place.at, 'monthDay') : '')), {
      width: 120,
    }),
    text('kind', ({ kind }) => kindName(teamKinds, kind, language), { width: 170 }),
    text('village', ({ village }) => village?.name ?? '', { width: 130 }),
    text('leader', ({ leader }) => leader?.name ?? '', { width: 90 }),
    text('leaderPhone', ({ leader }) => leader?.phone ?? '', { width: 130 }),
    text('phone', ({ phone }) => phone, { width: 130 }),
    text('members', ({ members }) => members, {
      width: 150,
      align: 'end',
      render: (team) => {
        const rule = isActive(team) ? shortfall(team) : null
        return (
          <span className="teams-count">
            {rule ? (
              <span title={t('teams:belowHint', { ...rule })}>
                <StatusTag tone="warn">{t('teams:mark.below', { minimum: rule.minimum })}</StatusTag>
              </span>
            ) : null}
            <span className="digits">{team.members}</span>
          </span>
        )
      },
    }),
    text('strength', ({ strength }) => strength, { width: 90, align: 'end' }),
    text('equipment', ({ equipment }) => writeEquipment(equipment)),
    text('skills', ({ skills }) => skills.join('、'), { hidden: true }),
    text('since', ({ since }) => (since ? formatBeijing(since.atMs) : ''), {
      hidden: true,
      width: 140,
      render: ({ since }) => (since ? <BeijingTime ms={since.atMs} format="monthDay" /> : null),
    }),
    text('note', ({ note }) => note, { hidden: true }),
  ]
}
