import { isWatched } from '../../../shared/domain/deadline.ts'
import { standingOf } from '../../../shared/domain/response/course.ts'
import { commanderOf, levelOf, responseClocks } from '../../../shared/domain/response/readResponse.ts'
import type { Projection } from './projection.ts'

export const responseProjection: Projection<'response'> = {
  aggregate: 'response',
  tables: ['response'],
  write(db, id, response) {
    const run = response.course.runs.at(-1)
    db.prepare(
      `INSERT OR REPLACE INTO response (id, incident, standing, level, commander, since_ms, started_ms, ended_ms, watched)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      id,
      response.incident?.id ?? '',
      standingOf(response.course),
      levelOf(response)?.level ?? '',
      commanderOf(response)?.name ?? '',
      run?.since ?? null,
      run?.at ?? null,
      run?.ended?.at ?? null,
      Number(responseClocks(response).some(isWatched)),
    )
  },
}
