import { z } from 'zod'
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
  order: z.object({ title: z.string(), text: z.string(), urgent: z.boolean() }),
})
export type DemoTownship = z.infer<typeof demoTownship>
