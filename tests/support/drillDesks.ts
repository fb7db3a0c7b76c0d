import { afterEach } from 'vitest'
import type { Desk } from '../../electron/desk.ts'
import { ask } from './ask.ts'
import { openTestDesk, type TestDesk } from './deskFixture.ts'

/** Desks of a file of tests, each closed after the test that opened it. */
export function desksOfTests() {
  const opened: Desk[] = []
  afterEach(async () => {
    for (const desk of opened.splice(0)) await desk.close()
  })
  return {
    open(): TestDesk {
      const fixture = openTestDesk()
      opened.push(fixture.desk)
      return fixture
    },
    /** One that came otherwise: opened again, or another console of the township. */
    keep(desk: Desk): Desk {
      opened.push(desk)
      return desk
    },
  }
}

/** 有真实警情 at this desk. */
export function leaveDrill(desk: Desk): void {
  ask(desk, 'drill.leave', { reason: 'realCall' })
}

/** Numbers of the incidents this desk shows, the latest first. */
export function shownIncidents(desk: Desk): readonly string[] {
  const page = { filter: {}, sort: 'openedMs', descending: true, offset: 0, limit: 50 } as const
  return ask(desk, 'incident.page', page).rows.map(({ no }) => no)
}
