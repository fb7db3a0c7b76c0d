import { log } from './001_log.ts'
import { sync } from './002_sync.ts'
import { humanNumber } from './003_humanNumber.ts'
import { people } from './004_people.ts'
import { team } from './005_team.ts'
import { tasks } from './006_tasks.ts'
import { incidents } from './007_incidents.ts'
import { drafts } from './008_drafts.ts'
import { response } from './009_response.ts'
import { outage } from './010_outage.ts'
import { household } from './011_household.ts'
import { dispatch } from './012_dispatch.ts'
import { searchMerges } from './013_searchMerges.ts'
import { attachment } from './014_attachment.ts'
import { drill } from './015_drill.ts'
import { linkSpell } from './016_linkSpell.ts'

/** All migrations in order; the database's user_version counts those applied. Never change one that was released: add the next. */
export const migrations: readonly string[] = [
  log,
  sync,
  humanNumber,
  people,
  team,
  tasks,
  incidents,
  drafts,
  response,
  outage,
  household,
  dispatch,
  searchMerges,
  attachment,
  drill,
  linkSpell,
]
