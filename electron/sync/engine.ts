import type { LinkMode } from '../../shared/ipc/links.ts'
import type { Cancel } from '../../shared/protocol/ports.ts'
import { createLinkRunner, type LinkRunner } from '../links/linkRunner.ts'
import { createConnections } from './connections.ts'
import { createDispatcher } from './dispatcher.ts'
import { createDownloader } from './downloader.ts'
import { phaseOf, waitReasonOf } from './enginePhase.ts'
import type { EnginePorts } from './enginePorts.ts'
import { createEnrolmentRound, type EnrolOutcome } from './enrolmentRound.ts'
import { makeHello } from './hello.ts'
import { createLinkCodecs } from './linkCodecs.ts'
import { type LinkReport, reportLink } from './linkReport.ts'
import type { EngineLink, PendingEnrolment, WaitReason } from './ports.ts'
import { createStateTracker, type SyncState } from './syncState.ts'
import { CHECKPOINT_EVERY_MS, createWitness } from './witness.ts'

export interface SyncEngine {
  start(): void
  stop(): void
  /** Own events were committed. Cheap: call after every commit. */
  notify(): void
  /** Do not wait for the next try: the network or the machine came back. Of one link, or of all. */
  retryNow(link?: string): void
  /** Asks the hub for a sign of life over one link; a link that is down is tried. */
  test(link: string): void
  setMode(link: string, mode: LinkMode): void
  /** The traffic of a link was seen, or not seen, to leave by its card. */
  setWrongCard(link: string, wrong: boolean): void
  /** Asks the hub to take this console in. Settles at the first answer or the first failure to reach the hub. */
  enroll(request: PendingEnrolment): Promise<EnrolOutcome>
  /** The code waiting for the hub is dropped: it was mistyped, or is no longer wanted. */
  cancelEnrolment(): void
  state(): SyncState
  links(): readonly LinkReport[]
  subscribe(listener: (state: SyncState) => void): () => void
}

/** Keeps this console's log and the hub's the same over however many links there are, for as long as it is started. Never gives up. */
export function createSyncEngine(ports: EnginePorts): SyncEngine {
  const { store, clock, log, primitives, signer } = ports
  const uses = ports.uses ?? { read: () => null, save: () => undefined }
  const tracker = createStateTracker(store, clock.now, log)
  const witness = createWitness({ store, primitives, signer, clock })
  const runners: readonly LinkRunner[] = ports.links.map(makeRunner)
  const dispatcher = createDispatcher({ runners, store, clock })
  const downloader = createDownloader({
    store,
    primitives,
    clock,
    log,
    confirm(lane, feedSeq) {
      for (const runner of runners) runner.session()?.confirm(lane, feedSeq)
      progressed()
    },
    onFailure(error) {
      log.error('sync.storeFailed', { message: error instanceof Error ? error.message : String(error) })
      for (const runner of runners) if (runner.isConnecting()) runner.end('storeFailed')
    },
  })
  const codecs = createLinkCodecs(ports)
  const enrolment = createEnrolmentRound(store, () => runners, attempt)
  const connections = createConnections({
    ports,
    runners,
    dispatcher,
    downloader,
    codecs,
    witness,
    enrolment,
    onProgress: progressed,
    // How far the exchange is may be the same as before: whoever waited for the end is told all the same.
    onSettled: tracker.tellLinks,
  })
  let started = false
  let cancelCheckpoint: Cancel | null = null
  let notified = false
  let urgentSeen = 0

  function makeRunner(link: EngineLink): LinkRunner {
    const { id, billing } = link.settings
    const runner: LinkRunner = createLinkRunner({
      ...ports,
      link,
      uses,
      mayConnect: (urgent) => mayConnect(id, urgent || billing !== 'session'),
      makeHello: (nonce) =>
        codecs
          .of(id)
          .encode(makeHello({ store, signer, primitives }, nonce, link.settings, dispatcher.lanesAtHello(id))),
      openSession: (nonce, helloAt) => connections.open(runner, nonce, helloAt),
      onChange({ phase }, before) {
        if (phase.state === 'down' && before.phase.state !== 'down') lost(waitReasonOf(phase.reason))
        dispatcher.arrange()
        showState()
        tracker.tellLinks()
      },
    })
    return runner
  }

  function progressed(): void {
    dispatcher.review()
    showState()
    if (!downloader.idle()) return
    for (const runner of runners) {
      // What waited for the feed to be quiet may go on now, and a paid session is held for it.
      runner.session()?.moveFiles()
      if (runner.session()?.isFinished()) runner.flushed()
    }
  }

  function mayConnect(link: string, isWanted: boolean): boolean {
    if (!started) return false
    if (store.pendingEnrolment() !== null) return enrolment.isTurnOf(link)
    if (!store.hubPin()) return false
    // One billed by session calls in for the county's orders only when nothing else brings them, or is about to.
    return isWanted || !runners.some((runner) => runner.isConnecting())
  }

  /** Those that cost nothing to open go first: what they bring needs no paid session. */
  function retryAll(): void {
    const isPaid = (runner: LinkRunner): boolean => runner.link.settings.billing === 'session'
    for (const runner of runners) if (!isPaid(runner)) runner.retryNow()
    for (const runner of runners) if (isPaid(runner)) runner.retryNow()
  }

  function connectAll(): void {
    retryAll()
    showState()
  }

  /** A connection ended. */
  function lost(reason: WaitReason): void {
    connections.forget()
    if (!started) return
    if (enrolment.failed(reason)) clock.defer(() => runners.forEach((runner) => void runner.rouse()))
  }

  function showState(): void {
    tracker.enter(
      phaseOf({
        runners,
        store,
        clock,
        started,
        online: connections.online(),
        isReceiving: !downloader.idle(),
        main: dispatcher.routes()[0],
      }),
    )
  }

  /** What a store refuses here is made up for the next time: a disk that is full now must not end the exchange for good. */
  function attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      log.error('sync.storeFailed', { message: error instanceof Error ? error.message : String(error) })
    }
  }

  /** A long outage is witnessed too, by this device alone. */
  function keepWitnessing(): void {
    cancelCheckpoint = clock.after(CHECKPOINT_EVERY_MS, () => {
      keepWitnessing()
      attempt(() => {
        for (const runner of runners) runner.budget.save()
        dispatcher.review()
        const signer = runners.find((runner) => runner.link.settings.id === dispatcher.routes()[2])?.session()
        if (signer) signer.notify()
        else witness.sign(null)
      })
    })
  }

  /** Whether urgent records were written since the last look. */
  function hasNewUrgent(): boolean {
    const urgent = store.ownChains().reduce((sum, { lane, head }) => (lane < 2 ? sum + head.seq : sum), 0)
    const isNew = urgent > urgentSeen
    urgentSeen = urgent
    return isNew
  }

  const find = (link: string): LinkRunner | undefined => runners.find((runner) => runner.link.settings.id === link)

  return {
    start() {
      if (started) return
      started = true
      downloader.reset()
      hasNewUrgent()
      keepWitnessing()
      connectAll()
    },
    stop() {
      if (!started) return
      started = false
      cancelCheckpoint?.()
      dispatcher.stop()
      for (const runner of runners) runner.restart()
      downloader.stop()
      connections.forget()
      showState()
    },
    notify() {
      // Events of one turn leave in one frame.
      if (notified) return
      notified = true
      clock.defer(() => {
        notified = false
        // Stopped meanwhile: the store may be closed by now.
        if (!started) return
        dispatcher.review()
        for (const runner of runners) runner.session()?.notify()
        dispatcher.callForHelp(hasNewUrgent())
        showState()
      })
    },
    retryNow(link) {
      if (!started) return
      if (link === undefined) retryAll()
      else find(link)?.retryNow()
    },
    test(link) {
      const runner = find(link)
      if (runner?.session()) runner.session()?.probe()
      else if (started) runner?.retryNow()
    },
    setMode(link, mode) {
      find(link)?.setMode(mode)
      dispatcher.review()
      showState()
    },
    setWrongCard: (link, wrong) => find(link)?.dispatch({ type: 'card', wrong }),
    enroll(request) {
      store.savePendingEnrolment(request)
      enrolment.settle({ outcome: 'pending', reason: 'replaced' })
      if (!started) return Promise.resolve({ outcome: 'pending', reason: 'unreachable' })
      for (const runner of runners) runner.restart()
      const outcome = enrolment.begin()
      connectAll()
      return outcome
    },
    cancelEnrolment() {
      if (!store.pendingEnrolment()) return
      store.savePendingEnrolment(null)
      enrolment.settle({ outcome: 'pending', reason: 'replaced' })
      for (const runner of runners) runner.restart()
      enrolment.restart()
      if (started) connectAll()
    },
    state: tracker.now,
    links: () => runners.map((runner) => reportLink(runner, dispatcher.routes(), clock)),
    subscribe: tracker.subscribe,
  }
}
