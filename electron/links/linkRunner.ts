import type { LinkMode } from '../../shared/ipc/links.ts'
import type { Cancel, Clock, Log, Random } from '../../shared/protocol/ports.ts'
import { backoffMs } from '../sync/backoff.ts'
import type { EngineLink, LinkUseStore, WaitReason } from '../sync/ports.ts'
import type { Session } from '../sync/sessionPorts.ts'
import { type Budget, createBudget } from './budget.ts'
import type { ConfirmedBytes } from './cardProof.ts'
import { holdMs, type LinkEvent, type LinkLimits, type LinkMachine, newLink, stepLink } from './linkMachine.ts'
import type { LinkRules } from './linkRules.ts'
import type { RouteInput } from './route.ts'

export interface RunnerPorts {
  readonly link: EngineLink
  readonly rules: LinkRules
  readonly uses: LinkUseStore
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Whether it may be tried now; a refused try is made again later. @param urgent whether there is something urgent for it */
  readonly mayConnect: (urgent: boolean) => boolean
  /** `helloAt` is when the opening payload left, by the monotonic clock. */
  readonly openSession: (nonce: () => string, helloAt: () => number) => Session
  readonly makeHello: (nonce: string) => Uint8Array
  /** The phase changed. */
  readonly onChange: (machine: LinkMachine, before: LinkMachine) => void
}

/** One link with its timers and its connection: does what the link machine says. */
export interface LinkRunner {
  readonly link: EngineLink
  readonly budget: Budget
  machine(): LinkMachine
  /** Its connection once the hub has answered. */
  session(): Session | null
  /** Any connection, answered or not. */
  isConnecting(): boolean
  dispatch(event: LinkEvent): void
  send(frame: Uint8Array): void
  /** The hub answered. */
  welcomed(): void
  /** Do not wait for the next try. */
  retryNow(): void
  /** Something urgent waits: goes on, or tries soon. */
  rouse(): void
  /** It carried everything: one billed by session goes to rest. */
  flushed(): void
  /** Ends the connection; with a reason the machine hears of it. */
  end(reason: WaitReason | null): void
  routeInput(): RouteInput
  /** What the open connection has sent and knows to have arrived; null while something is under way. */
  confirmedBytes(): ConfirmedBytes | null
  mode(): LinkMode
  /** A person forces or forbids it, or leaves it to the rules again. */
  setMode(mode: LinkMode): void
  /** Closes everything and begins anew, without trying yet. */
  restart(): void
}

export function createLinkRunner(ports: RunnerPorts): LinkRunner {
  const { link, rules, clock, log } = ports
  const { settings, bearer } = link
  const { retryFirstMs: firstMs, retryLongestMs: longestMs } = rules.kinds[settings.kind]
  const limits: LinkLimits = {
    rules,
    kind: settings.kind,
    backoffMs: (attempt) => backoffMs(attempt, ports.random, { firstMs, longestMs }),
  }
  const budget = createBudget({ settings, rules, uses: ports.uses, now: clock.now })
  const timers = new Map<'retry' | 'probe' | 'drain', Cancel>()
  let machine = newLink(clock.monotonic(), settings.mode === 'forbidden')
  let session: Session | null = null
  let isAnswered = false
  let mode = settings.mode
  let connection = 0
  let sentHere = 0

  function set(timer: 'retry' | 'probe' | 'drain', ms: number, run: () => void): void {
    timers.get(timer)?.()
    timers.set(
      timer,
      clock.after(ms, () => {
        timers.delete(timer)
        run()
      }),
    )
  }

  function dispatch(event: LinkEvent): void {
    const before = machine
    const step = stepLink(machine, event, clock.monotonic(), limits)
    machine = step.machine
    for (const effect of step.effects) {
      if (effect.do === 'open') open()
      else if (effect.do === 'close') close()
      else if (effect.do === 'retryIn') retryIn(effect.ms)
      else if (effect.do === 'probeIn') set('probe', effect.ms, () => session?.probe())
      else set('drain', effect.ms + 2 * (session?.roundTripMs() ?? 0), () => dispatch({ type: 'drained' }))
    }
    if (machine === before) return
    const { phase } = machine
    if (phase.state !== before.phase.state || phase.reason !== before.phase.reason)
      log.info('link.state', { link: settings.id, state: phase.state, reason: phase.reason })
    ports.onChange(machine, before)
  }

  function retryIn(ms: number): void {
    set('retry', ms, () => {
      if (ports.mayConnect(false)) dispatch({ type: 'connect' })
      else retryIn(longestMs)
    })
  }

  function open(): void {
    timers.get('retry')?.()
    let nonce = ''
    isAnswered = false
    connection += 1
    sentHere = 0
    let helloAt = clock.monotonic()
    const opened = ports.openSession(
      () => nonce,
      () => helloAt,
    )
    session = opened
    budget.opened(clock.monotonic())
    const overhead = rules.frameOverheadBytes
    bearer.open(
      (given) => {
        nonce = given
        helloAt = clock.monotonic()
        const hello = ports.makeHello(given)
        budget.count(hello.length + overhead, overhead)
        return hello
      },
      {
        onOpen: () => undefined,
        onFrame(frame) {
          budget.count(0, frame.length + overhead)
          if (session === opened) opened.receive(frame)
        },
        onClose: (reason) => {
          if (session === opened) end(reason)
        },
      },
    )
  }

  function close(): void {
    for (const timer of ['probe', 'drain'] as const) timers.get(timer)?.()
    if (!session) return
    session.stop()
    session = null
    isAnswered = false
    bearer.close()
    budget.closed(clock.monotonic())
    keepUse()
  }

  /** What a link has cost is kept later when the store refuses it now: the link goes on all the same. */
  function keepUse(): void {
    try {
      budget.save()
    } catch (error) {
      log.error('link.useNotKept', {
        link: settings.id,
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }

  function end(reason: WaitReason | null): void {
    if (reason === null) close()
    else dispatch({ type: 'failed', reason })
  }

  function tryNow(urgent: boolean): void {
    timers.get('retry')?.()
    if (ports.mayConnect(urgent)) dispatch({ type: 'connect' })
    else retryIn(longestMs)
  }

  /** Not at once after a try that failed: a storm of urgent records must not become a storm of tries. */
  function trySoon(): void {
    const wait = machine.triedAt + rules.urgentRetryMs - clock.monotonic()
    const nextTryAt = machine.phase.state === 'down' ? (machine.phase.nextTryAt ?? Number.POSITIVE_INFINITY) : 0
    if (wait <= 0 || machine.phase.reason === 'standby') tryNow(true)
    else if (clock.monotonic() + wait < nextTryAt) retryIn(wait)
  }

  return {
    link,
    budget,
    machine: () => machine,
    session: () => (isAnswered ? session : null),
    isConnecting: () => session !== null,
    dispatch,
    send(frame) {
      if (!session) return
      budget.count(frame.length + rules.frameOverheadBytes, 0)
      sentHere += frame.length
      bearer.send(frame)
    },
    welcomed() {
      isAnswered = true
      dispatch({ type: 'welcomed' })
    },
    retryNow() {
      if (machine.phase.state !== 'down' || machine.forbidden) return
      machine = { ...machine, attempt: 0 }
      tryNow(false)
    },
    rouse() {
      if (machine.phase.state === 'draining') dispatch({ type: 'work' })
      else if (machine.phase.state === 'down' && !machine.forbidden) trySoon()
    },
    flushed() {
      if (settings.billing === 'session' && mode !== 'forced') dispatch({ type: 'flushed' })
    },
    end,
    routeInput: () => ({
      id: settings.id,
      isOpen: isAnswered && session !== null && machine.phase.state !== 'draining',
      isTrusted: machine.upSince !== null || machine.flaps.length === 0,
      readyAt:
        machine.upSince !== null ? machine.upSince + holdMs(machine, rules) : machine.flaps.length === 0 ? 0 : null,
      isForced: mode === 'forced',
      mayCarry: (lane) => lane <= settings.laneFloor && budget.mayCarry(lane),
    }),
    confirmedBytes: () => (isAnswered && session?.isDrained() ? { connection, bytes: sentHere } : null),
    mode: () => mode,
    setMode(next) {
      mode = next
      dispatch({ type: next === 'forbidden' ? 'forbid' : 'allow' })
    },
    restart() {
      close()
      for (const cancel of timers.values()) cancel()
      timers.clear()
      machine = newLink(clock.monotonic(), mode === 'forbidden')
      keepUse()
    },
  }
}
