import { join } from 'node:path'
import { aggregates } from '../shared/domain/aggregates.ts'
import type { PowerReading } from '../shared/domain/console/power.ts'
import { TRANSFER_TOPIC } from '../shared/ipc/attachments.ts'
import type { Handlers } from '../shared/ipc/contract.ts'
import { DRILL_TOPIC, POWER_TOPIC, QUEUE_TOPIC, STORE_TOPIC } from '../shared/ipc/names.ts'
import { openFileLog } from '../shared/node/fileLog.ts'
import { systemClock } from '../shared/node/systemPorts.ts'
import type { Clock } from '../shared/protocol/ports.ts'
import { type AlarmHost, type Alarms, createAlarms } from './alarms/alarmRoom.ts'
import { readClockRules } from './alarms/clockRules.ts'
import { openAttachmentRoom } from './attachments/attachmentRoom.ts'
import { backUpFiles } from './attachments/backUpFiles.ts'
import { createFileExchange } from './attachments/exchange/fileExchange.ts'
import { openCardShelf } from './cards.ts'
import { settleLetter } from './commands/consoles.ts'
import { refreshSession } from './commands/signIn.ts'
import { type CountyLink, createCountyLink } from './countyLink.ts'
import type { DeskContext } from './deskContext.ts'
import type { DocumentHost } from './documents/documentHost.ts'
import { openDrillMode } from './drillMode.ts'
import { aboutHandlers } from './ipc/handlers/about.ts'
import { alarmHandlers } from './ipc/handlers/alarms.ts'
import { attachmentHandlers } from './ipc/handlers/attachments.ts'
import { callHandlers } from './ipc/handlers/calls.ts'
import { classificationHandlers } from './ipc/handlers/classification.ts'
import { consoleHandlers, powerHandlers } from './ipc/handlers/console.ts'
import { documentsHandlers } from './ipc/handlers/documents.ts'
import { draftHandlers } from './ipc/handlers/drafts.ts'
import { drillHandlers } from './ipc/handlers/drill.ts'
import { householdHandlers } from './ipc/handlers/households.ts'
import { incidentHandlers } from './ipc/handlers/incidents.ts'
import { joinHandlers } from './ipc/handlers/join.ts'
import { linkHandlers } from './ipc/handlers/links.ts'
import { logHandlers } from './ipc/handlers/log.ts'
import { orderHandlers } from './ipc/handlers/orders.ts'
import { outageHandlers } from './ipc/handlers/outages.ts'
import { peopleHandlers } from './ipc/handlers/people.ts'
import { receiptHandlers } from './ipc/handlers/receipts.ts'
import { reportHandlers } from './ipc/handlers/reports.ts'
import { responseHandlers } from './ipc/handlers/response.ts'
import { reviewHandlers } from './ipc/handlers/review.ts'
import { rosterHandlers } from './ipc/handlers/roster.ts'
import { sessionHandlers } from './ipc/handlers/session.ts'
import { setupHandlers } from './ipc/handlers/setup.ts'
import { situationHandlers } from './ipc/handlers/situation.ts'
import { storeHandlers } from './ipc/handlers/store.ts'
import { syncHandlers } from './ipc/handlers/sync.ts'
import { taskHandlers } from './ipc/handlers/tasks.ts'
import { teamHandlers } from './ipc/handlers/teams.ts'
import { townshipHandlers } from './ipc/handlers/township.ts'
import { villageHandlers } from './ipc/handlers/villages.ts'
import { beginRun } from './lifecycle.ts'
import { connectDemoSwitches } from './links/demoSwitches.ts'
import { createPowerWatch } from './power/powerWatch.ts'
import { readLinuxPower } from './power/readLinuxPower.ts'
import { createDeliveryRecorder } from './reports/recordDelivered.ts'
import { createReportData } from './reports/reportData.ts'
import { createSession } from './session.ts'
import { bareShell, type ShellHost } from './shellHost.ts'
import { createKeeper } from './store/care/keeper.ts'
import { openStore, type Store } from './store/store.ts'
import { tellSeldom } from './tellSeldom.ts'

export interface DeskOptions {
  readonly dataFolder: string
  /** See StoreOptions.longestRebuild. */
  readonly longestRebuild?: number
  /** Address of the county's hub, kept from now on; without it the one set before. */
  readonly hub?: string | undefined
  /** Where the demo's links are cut and restored; only in the demo. */
  readonly demoLinks?: string | undefined
  /** Wall clock, ms since 1970. */
  readonly now?: () => number
  readonly version?: string
  /** How files reach the person; without a save dialog the page offers them as downloads. */
  readonly documentHost?: DocumentHost
  /** What the alarms ask of the host: attention, and no sleep while a clock runs. */
  readonly alarmHost?: AlarmHost
  /** Timers; the machine's own when absent. */
  readonly timer?: Pick<Clock, 'after' | 'monotonic'>
  /** The program around the desk; a browser's by default. */
  readonly shell?: ShellHost
  /** Reads what this machine runs on; null where it cannot be read here. */
  readonly readPower?: () => PowerReading | null
}

/** What the page is told to read again: aggregates (or `session`, `sync`), never data. */
export interface DeskChange {
  readonly topics: readonly string[]
  /** Nobody at this desk caused it: while many of them come, the page may show them together. */
  readonly relaxed?: true
}

/** The desk: store + commands + sync + alarms as one object. Runs under plain Node; knows no Electron. */
export interface Desk {
  readonly handlers: Handlers
  readonly context: DeskContext
  readonly store: Store
  readonly link: CountyLink
  /** The host calls `wake` when the computer has slept. */
  readonly alarms: Alarms
  onChange(listener: (change: DeskChange) => void): () => void
  /** The computer was asleep, or its power changed: looks at everything that time or power may have turned. */
  wake(): void
  /** Whether the store still answers. */
  isSound(): boolean
  close(): Promise<void>
}

/** People see progress a few times a second at most. */
const TELL_EVERY_MS = 250

/** Opens the desk on a data folder. @throws {StoreError} when the log cannot be opened. @throws {LongRebuild} */
export function createDesk(options: DeskOptions): Desk {
  const {
    dataFolder,
    longestRebuild,
    hub,
    demoLinks,
    now = Date.now,
    version = '0.0.0',
    documentHost = {},
    shell = bareShell,
    alarmHost = shell,
    timer = systemClock,
    readPower = () => (process.platform === 'linux' ? readLinuxPower() : null),
  } = options
  const listeners = new Set<(change: DeskChange) => void>()
  const hand = (change: DeskChange) => {
    for (const listener of listeners) listener(change)
  }
  const tell = (...topics: string[]) => hand({ topics })
  const tellRelaxed = (...topics: string[]) => hand({ topics, relaxed: true })
  const store = openStore({ folder: dataFolder, now, longestRebuild })
  const session = createSession(() => tell('session'))
  const log = openFileLog(join(dataFolder, 'console.log'))
  const files = {
    clockRules: readClockRules(),
    reportData: createReportData(),
    cards: openCardShelf(),
    attachments: openAttachmentRoom(dataFolder),
  }
  const drill = openDrillMode(store)
  const context: DeskContext = { store: drill.store, drill, session, now, version, ...files, documentHost }
  const transfers = tellSeldom(systemClock, TELL_EVERY_MS, () => tellRelaxed(TRANSFER_TOPIC))
  const exchange = createFileExchange({
    store,
    files: files.attachments.files,
    lowSpaceBytes: files.attachments.rules.lowSpaceBytes,
    log,
    onChange: transfers.changed,
  })
  const recordDelivered = createDeliveryRecorder(context)
  const link = createCountyLink({
    files: exchange,
    store,
    clock: systemClock,
    log,
    hubUrl: hub,
    onChange() {
      // The link's last news may come when the desk is closed already.
      if (!store.db.open) return
      followUp(() => settleLetter(context))
      followUp(recordDelivered)
      tellRelaxed('sync')
    },
    onQueue: () => tellRelaxed(QUEUE_TOPIC),
  })
  const alarms = createAlarms(context, timer, alarmHost, () => tell('alarm'))
  const power = createPowerWatch(context, {
    read: readPower,
    timer: systemClock,
    onChange: () => tell(POWER_TOPIC),
    onWarning: (mark, percent) => shell.onBatteryLow(mark, percent),
  })
  const keeper = createKeeper({
    store,
    now,
    timer: systemClock,
    onChange: () => tell(STORE_TOPIC),
    onRebuilt: () => tell(...Object.keys(aggregates), 'session'),
    backUpFiles: () => backUpFiles(store, files.attachments.files),
    whileReplacing(replace) {
      // How far the exchange is stands in the database: it is begun anew from what the other one says.
      link.stop()
      try {
        replace()
      } finally {
        link.start()
      }
    },
  })
  const handlers = {
    ...aboutHandlers(context),
    ...sessionHandlers(context),
    ...documentsHandlers(context),
    ...logHandlers(context),
    ...storeHandlers(context, keeper),
    ...syncHandlers(context, link),
    ...linkHandlers(link, demoLinks ? connectDemoSwitches(demoLinks) : null),
    ...setupHandlers(context),
    ...joinHandlers(context, link, tell),
    ...townshipHandlers(context),
    ...drillHandlers(context, {
      onTurn() {
        alarms.wake()
        tell(...Object.keys(aggregates), 'session', DRILL_TOPIC)
      },
      countRealAlarms: () => alarms.soundingReal().length,
    }),
    ...peopleHandlers(context),
    ...villageHandlers(context),
    ...teamHandlers(context),
    ...taskHandlers(context),
    ...orderHandlers(context),
    ...receiptHandlers(context),
    ...reportHandlers(context),
    ...alarmHandlers(context, alarms),
    ...callHandlers(context),
    ...incidentHandlers(context),
    ...responseHandlers(context),
    ...reviewHandlers(context),
    ...outageHandlers(context),
    ...householdHandlers(context),
    ...situationHandlers(context),
    ...draftHandlers(context),
    ...rosterHandlers(context),
    ...consoleHandlers(shell),
    ...powerHandlers(power),
    ...classificationHandlers(),
    ...attachmentHandlers(context, exchange, link),
  } satisfies Handlers
  const endRun = beginRun(context)
  followUp(() => settleLetter(context))
  const endChanges = store.onChange(({ aggregates, own }) => {
    if (aggregates.has('person')) followUp(() => refreshSession(context))
    if (aggregates.has('console')) followUp(() => settleLetter(context))
    if (own) tell(...aggregates)
    else tellRelaxed(...aggregates)
  })
  // Nothing on the way to the first screen waits for a network.
  const cancelStart = systemClock.after(0, () => {
    followUp(recordDelivered)
    link.start()
  })
  return {
    handlers,
    context,
    store,
    link,
    alarms,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wake() {
      power.look()
      alarms.wake()
      link.retryNow()
    },
    isSound() {
      try {
        return store.db.prepare('SELECT 1').get() !== undefined
      } catch {
        return false
      }
    },
    async close() {
      cancelStart()
      power.close()
      link.stop()
      transfers.stop()
      const filesKept = exchange.close()
      endChanges()
      alarms.close()
      endRun()
      keeper.close()
      store.close()
      await filesKept
    },
  }
}

/** What follows from a change that is durable already: it may fail without turning the act itself into a failure. */
function followUp(act: () => void): void {
  try {
    act()
  } catch (error) {
    console.error('[desk] after a change', error)
  }
}
