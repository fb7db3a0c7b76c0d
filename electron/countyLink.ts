import type { LinkMode, LinkNow, LinkSettings, LinksNow, QueuePoint } from '../shared/ipc/links.ts'
import type { SyncState } from '../shared/ipc/sync.ts'
import { createNarrowCodecs } from '../shared/node/narrowCodecs.ts'
import { nodePrimitives } from '../shared/node/primitives.ts'
import { systemRandom } from '../shared/node/systemPorts.ts'
import { parseEnrolCode } from '../shared/protocol/enrolCode.ts'
import { createJsonCodec } from '../shared/protocol/frameCodec.ts'
import { isNarrow } from '../shared/protocol/linkWidth.ts'
import type { Clock, Log } from '../shared/protocol/ports.ts'
import type { FileExchange } from './attachments/exchange/fileWire.ts'
import { CommandError } from './commands/commandError.ts'
import { findResource } from './findResource.ts'
import { bearerOf } from './links/bearerOf.ts'
import { createCountyAddress, takeGivenAddress } from './links/countyAddress.ts'
import { normalizeAddress } from './links/hubAddress.ts'
import { createUseStore, readLinks, saveLinks } from './links/linkConfig.ts'
import { keepLinkHistory, type LinkSeen } from './links/linkHistory.ts'
import { linkNow } from './links/linkNow.ts'
import { readLinkRules } from './links/linkRules.ts'
import { watchNetwork } from './links/linkWatch.ts'
import { listCards } from './links/networkCards.ts'
import { createQueueHistory, type QueueHistory } from './links/queueHistory.ts'
import type { Store } from './store/store.ts'
import { createSyncStore } from './store/syncStore.ts'
import { createSyncEngine, type SyncEngine } from './sync/engine.ts'
import type { EnrolOutcome } from './sync/enrolmentRound.ts'
import { countPending } from './sync/syncState.ts'
import { tellSeldom } from './tellSeldom.ts'

/** Who asks to be taken in by the county's hub. */
export interface Enrolling {
  /** The one-time code as typed. */
  readonly code: string
  /** The township as this console knows it; '' for one that joins without having met it. */
  readonly division: string
  readonly name: string
  readonly consoleName: string
  readonly letter: string | null
}

/** The console's link with the county: address, enrolment and the exchange of records. Nothing else waits for it. */
export interface CountyLink {
  state(): SyncState
  /** Address of the hub, or '' when none was set. */
  hubUrl(): string
  /** @throws {CommandError} sync.badAddress */
  setHubUrl(url: string): void
  /** Every configured link as it stands. */
  links(): LinksNow
  /** How many records waited, over the last hours. */
  queue(): readonly QueuePoint[]
  /** @throws {CommandError} sync.badAddress, links.twice */
  saveLinks(links: readonly LinkSettings[]): void
  /** @throws {CommandError} links.unknown */
  setMode(link: string, mode: LinkMode): void
  /** Asks the hub for a sign of life over one link. @throws {CommandError} links.unknown */
  test(link: string): void
  /** @throws {CommandError} sync.badCode, sync.noAddress */
  enroll(request: Enrolling): Promise<EnrolOutcome>
  /** Drops a code that waits for the hub. */
  cancelEnrolment(): void
  /** A code waits for the hub to be reached. */
  enrolmentPending(): boolean
  retryNow(): void
  start(): void
  stop(): void
}

interface CountyLinkOptions {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  /** An address given on the command line: kept from now on. */
  readonly hubUrl?: string | undefined
  /** Moves the files of attachments. */
  readonly files?: FileExchange
  readonly onChange: () => void
  /** The curve of what waits has a new point. */
  readonly onQueue?: () => void
}

/** The state of the exchange changes with every frame; people need it a few times a second at most. */
const TELL_EVERY_MS = 250

/** The clock quality of what is written from now on: the hub has told its time. */
const CLOCK_COMPARED = 2

export function createCountyLink({
  store,
  clock,
  log,
  hubUrl,
  files,
  onChange,
  onQueue,
}: CountyLinkOptions): CountyLink {
  const rules = readLinkRules()
  const address = createCountyAddress(store, rules)
  if (hubUrl) takeGivenAddress(address, hubUrl, log)
  const narrowCodecs = createNarrowCodecs(findResource)
  let running = false
  let engine: SyncEngine | null = null
  let history: QueueHistory | null = null
  let endHistory = () => {}
  let endReplacements = () => {}
  let unfollow = () => {}
  const news = tellSeldom(clock, TELL_EVERY_MS, onChange)

  function open(): void {
    const links = readLinks(store, rules)
    if (engine) return
    if (links.length === 0) {
      // Nothing can leave yet, but what waits is counted on every screen.
      unfollow = store.onChange(news.changed)
      return
    }
    engine = createSyncEngine({
      links: links.map((settings) => ({ settings, bearer: bearerOf(settings) })),
      rules,
      uses: createUseStore(store),
      store: createSyncStore(store),
      signer: store.signer,
      primitives: nodePrimitives,
      codec: createJsonCodec(nodePrimitives),
      narrowCodec: narrowCodecs.newest,
      ...(files && { files }),
      clock,
      random: systemRandom,
      log,
    })
    const opened = engine
    const endState = opened.subscribe(() => {
      if (opened.state().state === 'online') store.setClockQuality(CLOCK_COMPARED)
      news.changed()
    })
    const endStore = store.onChange(() => opened.notify())
    const endWatch = watchNetwork({ engine: opened, links, rules, clock })
    unfollow = () => {
      endState()
      endStore()
      endWatch()
    }
    opened.start()
    // While the first connection is on its way.
    if (links.some(({ bitRate }) => isNarrow(bitRate))) narrowCodecs.warm()
  }

  function shut(): void {
    unfollow()
    unfollow = () => {}
    engine?.stop()
    engine = null
  }

  function reopen(): void {
    shut()
    if (running) open()
    news.changed()
  }

  /** How far the exchange is stands in the database: with another one it is begun anew from what that one says. */
  function beginAnew(): void {
    const before = engine
    clock.defer(() => {
      if (running && engine === before) reopen()
    })
  }

  /** The configured link of an id, with the engine that runs it. */
  function find(id: string): LinkSettings {
    const link = readLinks(store, rules).find((one) => one.id === id)
    if (!link) throw new CommandError('links.unknown')
    return link
  }

  function pending(): QueuePoint['pending'] {
    return engine?.state().pending ?? countPending(createSyncStore(store)).pending
  }

  function linksNow(): readonly LinkNow[] {
    const reports = engine?.links() ?? []
    return readLinks(store, rules).map((settings) =>
      linkNow(settings, reports.find(({ id }) => id === settings.id) ?? null, pending(), rules, clock.now()),
    )
  }

  /** For the history; a console that no county knows has none. */
  function lookAtLinks(): readonly LinkSeen[] | null {
    if (!engine || engine.state().state === 'off') return null
    const links = readLinks(store, rules)
    return engine.links().flatMap((report) => {
      const kind = links.find(({ id }) => id === report.id)?.kind
      return kind ? [{ ...report, kind }] : []
    })
  }

  const startedAt = clock.now()
  return {
    state() {
      const links = linksNow()
      const main = links.find(({ carries }) => carries.length > 0) ?? links[0]
      const about = {
        hubName: main ? new URL(main.settings.url).host : '',
        links: links.map(({ settings: { id, kind, name }, state, carries }) => ({
          id,
          kind,
          name,
          state,
          carries: carries.length > 0,
        })),
      }
      if (engine) return { ...engine.state(), ...about }
      return {
        state: 'off',
        reason: 'notEnrolled',
        since: startedAt,
        ...countPending(createSyncStore(store)),
        ...about,
      }
    },
    hubUrl: address.read,
    setHubUrl(url) {
      address.save(url)
      reopen()
    },
    links: () => ({ links: linksNow(), cards: listCards() }),
    queue: () => history?.points() ?? [],
    saveLinks(links) {
      if (new Set(links.map(({ id }) => id)).size < links.length) throw new CommandError('links.twice')
      saveLinks(
        store,
        links.map((link) => ({ ...link, url: normalizeAddress(link.url) })),
      )
      reopen()
    },
    setMode(id, mode) {
      find(id)
      saveLinks(
        store,
        readLinks(store, rules).map((link) => (link.id === id ? { ...link, mode } : link)),
      )
      engine?.setMode(id, mode)
      news.changed()
    },
    test(id) {
      find(id)
      engine?.test(id)
    },
    async enroll({ code, division, name, consoleName, letter }) {
      const parsed = parseEnrolCode(code, nodePrimitives)
      if (!parsed) throw new CommandError('sync.badCode')
      if (!engine) throw new CommandError('sync.noAddress')
      return await engine.enroll({ ...parsed, township: { division, name }, consoleName, letter })
    },
    cancelEnrolment() {
      if (engine) engine.cancelEnrolment()
      else createSyncStore(store).savePendingEnrolment(null)
      news.changed()
    },
    enrolmentPending: () => createSyncStore(store).pendingEnrolment() !== null,
    retryNow: () => engine?.retryNow(),
    start() {
      running = true
      news.resume()
      open()
      endReplacements = store.onReplaced(beginAnew)
      history = createQueueHistory({ clock, pending, onChange: () => onQueue?.() })
      endHistory = keepLinkHistory({ store, clock, log, look: lookAtLinks })
    },
    stop() {
      running = false
      endReplacements()
      endHistory()
      shut()
      history?.stop()
      news.stop()
    },
  }
}
