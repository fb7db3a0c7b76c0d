import { outageValues } from '../../../shared/domain/outage/outage.ts'
import type { Projection } from './projection.ts'

export const outageProjection: Projection<'outage'> = {
  aggregate: 'outage',
  tables: ['outage'],
  write(db, id, outage) {
    const { utility, village, place, since } = outageValues(outage)
    db.prepare(
      `INSERT OR REPLACE INTO outage (id, utility, village, village_name, place, incident, since_ms, repaired_ms, open)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      id,
      utility,
      village.id,
      village.name,
      place,
      outage.incident?.id ?? '',
      since,
      outage.repair?.at ?? null,
      Number(outage.repair === null && outage.voided === null),
    )
  },
}
