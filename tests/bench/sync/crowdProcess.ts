// Many consoles in one process: the product's bearer and frames, without stores. Told by the bench through messages.
import { createSocketBearer } from '../../../electron/links/socketBearer.ts'
import type { Bearer } from '../../../electron/sync/ports.ts'
import { nodePrimitives, signerFromSeed } from '../../../shared/node/primitives.ts'
import { sealEnvelope } from '../../../shared/protocol/envelope.ts'
import { createJsonCodec } from '../../../shared/protocol/frameCodec.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/frames.ts'
import { signHello } from '../../../shared/protocol/handshake.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'
import type { Signer } from '../../../shared/protocol/primitives.ts'
import { deviceOf } from './crowd.ts'

export interface CrowdTask {
  readonly url: string
  readonly hub: string
  readonly hubEpoch: string
  readonly from: number
  readonly count: number
}

export interface CrowdReport {
  readonly connected: number
  readonly acks: number
  readonly seconds: number
}

interface Member {
  readonly origin: string
  readonly division: string
  readonly signer: Signer
  readonly bearer: Bearer
  seq: number
  prev: string
  welcomed: boolean
  acks: number
}

const codec = createJsonCodec(nodePrimitives)
const EPOCH = '1-00000001'
/** Connections being opened at the same time. */
const AT_ONCE = 50
let members: Member[] = []
let isRunning = false

function send(member: Member): void {
  member.seq += 1
  const { origin, division, seq, prev } = member
  const event = sealEnvelope(
    {
      origin,
      epoch: EPOCH,
      lane: 2,
      seq,
      n: seq,
      hlc: makeHlc(Date.now(), 0),
      clockQuality: 1,
      flags: 0,
      scope: division,
      kind: 'log.entered',
      kindVer: 1,
      entity: `log-${origin.slice(1, 9)}${seq}`,
      base: [],
      body: { at: Date.now(), text: '巡查完毕，一切正常' },
      author: { person: 'person-0123456789abcdef', name: '王建国', role: 'dutyOfficer' },
      approver: null,
      prev,
    },
    nodePrimitives,
  )
  member.prev = event.hash
  member.bearer.send(codec.encode({ t: 'events', epoch: EPOCH, lane: 2, from: seq, events: [event.bytes] }))
}

function open({ url, hub, hubEpoch }: CrowdTask, index: number): Promise<void> {
  const { origin, division, seed } = deviceOf(index)
  const signer = signerFromSeed(seed)
  const bearer = createSocketBearer({ url, connectTimeoutMs: 60_000 })
  const member: Member = { origin, division, signer, bearer, seq: 0, prev: '', welcomed: false, acks: 0 }
  members.push(member)
  return new Promise((done) => {
    bearer.open(
      (nonce) =>
        codec.encode(
          signHello(
            {
              t: 'hello',
              v: PROTOCOL_VERSION,
              device: origin,
              epoch: EPOCH,
              hub,
              hubEpoch,
              down: [
                [0, ''],
                [0, ''],
                [0, ''],
              ],
              link: 'broadband',
              lanes: 0,
              bitRate: 10_000_000,
              enroll: null,
            },
            nonce,
            signer,
            nodePrimitives,
          ),
        ),
      {
        onOpen: () => undefined,
        onFrame(bytes) {
          const frame = codec.decode(bytes)
          if (frame.t === 'welcome') {
            member.welcomed = true
            done()
          } else if (frame.t === 'ack') {
            member.acks += 1
            if (isRunning) send(member)
          }
        },
        onClose() {
          member.welcomed = false
          done()
        },
      },
    )
  })
}

const acts = {
  async connect(task: CrowdTask): Promise<CrowdReport> {
    members = []
    const from = performance.now()
    for (let at = 0; at < task.count; at += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, task.count - at) }, (_, index) => task.from + at + index)
      await Promise.all(some.map((index) => open(task, index)))
    }
    return report(from)
  },
  /** Every so many of them sends one event after the other, each after the confirmation of the one before. */
  async send({ active, seconds }: { readonly active: number; readonly seconds: number }): Promise<CrowdReport> {
    isRunning = true
    const from = performance.now()
    for (const member of members.slice(0, active)) send(member)
    await new Promise((done) => setTimeout(done, seconds * 1000))
    isRunning = false
    return report(from)
  },
}

function report(from: number): CrowdReport {
  return {
    connected: members.filter(({ welcomed }) => welcomed).length,
    acks: members.reduce((sum, { acks }) => sum + acks, 0),
    seconds: (performance.now() - from) / 1000,
  }
}

process.on('message', ({ act, arg }: { act: keyof typeof acts; arg: never }) => {
  void acts[act](arg).then((value) => process.send?.(value))
})
process.once('disconnect', () => process.exit(0))
