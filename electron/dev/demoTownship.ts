import { z } from 'zod'
import { caller } from '../../shared/domain/call/events.ts'
import { householdFields } from '../../shared/domain/household/events.ts'
import { figures } from '../../shared/domain/incident/figures.ts'
import { term } from '../../shared/domain/incident/labels.ts'
import { equipmentItem } from '../../shared/domain/team/events.ts'
import { townshipCreated } from '../../shared/domain/township/events.ts'
import { role } from '../../shared/domain/values.ts'

/** Shape of resources/demo/township.json. */
export const demoTownship = z.object({
  township: townshipCreated,
  console: z.object({ letter: z.string(), name: z.string() }),
  villages: z.array(z.string()),
  password: z.string(),
  people: z.array(z.object({ name: z.string(), post: z.string(), phone: z.string(), roles: z.array(role) })),
  log: z.array(z.string()),
  teams: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      village: z.string().optional(),
      leader: z.string(),
      phone: z.string(),
      skills: z.array(z.string()),
      equipment: z.array(equipmentItem),
      members: z.array(z.object({ name: z.string(), phone: z.string(), post: z.string() })),
    }),
  ),
  /** `village` by its name. */
  households: z.array(householdFields.extend({ village: z.string() })),
  call: z.object({
    source: term,
    caller,
    village: z.string(),
    place: z.string(),
    type: term,
    title: z.string(),
    description: z.string(),
    measures: z.string(),
    figures,
  }),
  task: z.object({ title: z.string(), detail: z.string(), team: z.string() }),
  order: z.object({ title: z.string(), text: z.string(), urgent: z.boolean() }),
})
export type DemoTownship = z.infer<typeof demoTownship>
