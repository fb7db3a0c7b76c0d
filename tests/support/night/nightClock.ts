import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { beijingDay, beijingTime, fromBeijing } from '../../../shared/domain/beijing.ts'
import type { LaunchedDesk } from '../electronApp.ts'

const MINUTE_MS = 60_000

/** Preloaded into every program of the night but the page, which has Playwright's clock. */
export const STEER_DATE = join(import.meta.dirname, 'steerDate.cjs')

/** One wall clock for console, page and hub. It stands still until the story moves it, and no product knows of it. */
export interface NightClock {
  /** ms since 1970. */
  now(): number
  /** Beijing time at a minute of the night, `03:00`. */
  timeAt(minute: number): string
  /** What a program is started with to live by this clock. */
  env(): Readonly<Record<string, string>>
  /** The page of a desk that was started with {@link NightClock.env} follows from now on; it is loaded anew. */
  follow(desk: LaunchedDesk): Promise<void>
  /** Moves everybody to a minute of the night. The console looks at its clocks as after a sleep of the machine. */
  goTo(minute: number): Promise<void>
  close(): Promise<void>
}

/** @param time Beijing time of minute 0 */
export async function startNightClock(day: string, time: string): Promise<NightClock> {
  const start = fromBeijing(day, time)
  if (start === null) throw new Error(`no time: ${day} ${time}`)
  let now = start
  const programs = new Set<Socket>()
  const server = createServer((socket) => {
    programs.add(socket)
    socket.write(`${now}\n`)
    socket.on('close', () => programs.delete(socket))
    socket.on('error', () => undefined)
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const desks: LaunchedDesk[] = []

  /** The program answers with the time it has taken over. */
  function tell(socket: Socket, ms: number): Promise<void> {
    return new Promise((done) => {
      const end = () => {
        socket.off('data', listen).off('close', end)
        done()
      }
      const listen = (data: Buffer) => {
        if (data.toString('utf8').includes(String(ms))) end()
      }
      socket.on('data', listen).on('close', end)
      socket.write(`${ms}\n`)
    })
  }

  return {
    now: () => now,
    timeAt: (minute) => beijingTime(start + minute * MINUTE_MS),
    env: () => ({ ZHENSHOU_TEST_NOW: String(now), ZHENSHOU_TEST_CLOCK: String(port) }),
    async follow(desk) {
      desks.push(desk)
      await desk.page.clock.install({ time: now })
      await desk.page.reload()
      await desk.page.clock.setFixedTime(now)
    },
    async goTo(minute) {
      const next = start + minute * MINUTE_MS
      if (next < now) throw new Error(`the night is past ${beijingDay(next)} ${beijingTime(next)}`)
      const by = next - now
      now = next
      await Promise.all([...programs].map((socket) => tell(socket, next)))
      for (const { app, page } of desks) {
        await page.clock.setFixedTime(next)
        if (by > 0) await page.clock.fastForward(by)
        const wake = () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
        // The inspector loses an answer when the memory is tidied in that moment; waking twice does no harm.
        await wake().catch((error: unknown) =>
          String(error).includes('garbage collected') ? wake() : Promise.reject(error),
        )
      }
    },
    async close() {
      for (const socket of programs) socket.destroy()
      await new Promise<void>((done) => void server.close(() => done()))
    },
  }
}
