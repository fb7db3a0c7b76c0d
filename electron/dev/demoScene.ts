import type { Desk } from '../desk.ts'
import type { DemoTownship } from './demoTownship.ts'

/** What is going on in the sample township tonight: teams stand by, households in danger zones are known, an incident was reported, a team is on its way. */
export async function playScene(desk: Desk, demo: DemoTownship): Promise<void> {
  await addTeams(desk, demo)
  await addHouseholds(desk, demo)
  const incident = await recordCall(desk, demo)
  await sendTeam(desk, demo, incident)
}

type Api = Pick<Desk, 'handlers'>

async function addTeams({ handlers }: Api, { teams }: DemoTownship): Promise<void> {
  const villages = await handlers['villages.options'](null)
  for (const { members, leader, phone, village, ...team } of teams) {
    const home = villages.find(({ name }) => name === village)
    const { id } = await handlers['teams.add']({
      ...team,
      phone,
      leader: { name: leader, phone },
      village: home ? { id: home.id, name: home.name } : null,
    })
    for (const member of members) {
      const now = await handlers['teams.get']({ team: id })
      await handlers['teams.setMember']({
        team: id,
        base: [...(now?.team.tips ?? [])],
        member: { id: null, ...member },
      })
    }
  }
}

async function addHouseholds({ handlers }: Api, { households }: DemoTownship): Promise<void> {
  const villages = await handlers['villages.options'](null)
  for (const { village, ...household } of households) {
    const home = villages.find(({ name }) => name === village)
    if (home) await handlers['households.add']({ ...household, village: { id: home.id, name: home.name } })
  }
}

async function recordCall({ handlers }: Api, { call }: DemoTownship) {
  const { title, village, ...said } = call
  const villages = await handlers['villages.options'](null)
  const now = Date.now()
  const { incident } = await handlers['intake.record']({
    draft: `demo${now}`,
    call: {
      ...said,
      level: 'ordinary',
      reportedAt: now,
      at: now - 20 * 60_000,
      village: villages.find(({ name }) => name === village) ?? null,
    },
    into: { kind: 'open', title },
  })
  return incident
}

async function sendTeam(
  { handlers }: Api,
  { task }: DemoTownship,
  incident: { readonly id: string; readonly no: string; readonly title: string },
): Promise<void> {
  const team = (await handlers['teams.options'](null)).find(({ name }) => name === task.team)
  if (!team) return
  const now = Date.now()
  const { id, no, title } = incident
  await handlers['task.issue']({
    title: task.title,
    detail: task.detail,
    to: [{ kind: 'team', id: team.id, name: team.name }],
    at: now,
    means: 'phone',
    dueAt: now + 60 * 60_000,
    urgency: 'ordinary',
    incident: { id, no, title },
    receivedBy: '赵大勇',
  })
}
