import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface LinkProfile {
  /** One way, ms. */
  readonly delayMs: number
  readonly lossPercent: number
  readonly bitRate: number
  readonly queueBytes: number
  readonly mtu: number
}

/** The three satellites of the numbers to reach: 64 kbit/s, 9,600 and 2,400 bit/s, and a wire. */
export const PROFILES = {
  '64k': { delayMs: 300, lossPercent: 2, bitRate: 64_000, queueBytes: 16_000, mtu: 576 },
  '9k6': { delayMs: 600, lossPercent: 5, bitRate: 9_600, queueBytes: 16_000, mtu: 576 },
  '2k4': { delayMs: 1_000, lossPercent: 5, bitRate: 2_400, queueBytes: 16_000, mtu: 576 },
  wire: { delayMs: 10, lossPercent: 0, bitRate: 20_000_000, queueBytes: 1_000_000, mtu: 1_500 },
} as const satisfies Readonly<Record<string, LinkProfile>>

/** A link between the two places, with an address at each end. */
export interface NarrowLink {
  readonly near: string
  readonly far: string
  /** From now on everything vanishes, and nobody is told. */
  cut(): void
  restore(): void
}

/** Two network namespaces of our own: the console's and the hub's. */
export interface TwoPlaces {
  readonly near: string
  readonly far: string
  link(profile: LinkProfile, seed: number): Promise<NarrowLink>
  close(): void
}

/** Namespaces and TUN devices need root and `ip`. */
export function canMakePlaces(): boolean {
  return (
    process.getuid?.() === 0 && existsSync('/dev/net/tun') && ['/sbin/ip', '/usr/sbin/ip', '/bin/ip'].some(existsSync)
  )
}

/** @param tag tells places made at the same time apart, at most six letters */
export function makePlaces(tag = ''): TwoPlaces {
  const name = `zs${process.pid % 100_000}${tag}`
  const near = `${name}a`
  const far = `${name}b`
  const closers: (() => void)[] = []
  for (const space of [near, far]) {
    ip('netns', 'add', space)
    closers.push(() => ip('netns', 'delete', space))
    ip('-n', space, 'link', 'set', 'lo', 'up')
  }
  let links = 0
  return {
    near,
    far,
    async link(profile, seed) {
      links += 1
      const subnet = `10.99.${links}`
      const device = `tun${links}`
      const { delayMs, lossPercent, bitRate, queueBytes } = profile
      const child = spawn(
        'python3',
        [
          join(import.meta.dirname, 'narrowLink.py'),
          ...[near, device, far, device],
          ...[delayMs, lossPercent, bitRate, queueBytes, seed].map(String),
        ],
        { stdio: ['pipe', 'pipe', 'inherit'] },
      )
      closers.push(() => void child.kill())
      await new Promise<void>((done, fail) => {
        createInterface({ input: child.stdout }).once('line', () => done())
        child.once('exit', (code) => fail(new Error(`the link ended with ${code}`)))
      })
      for (const [space, host] of [
        [near, 1],
        [far, 2],
      ] as const) {
        ip('-n', space, 'address', 'add', `${subnet}.${host}/24`, 'dev', device)
        ip('-n', space, 'link', 'set', device, 'mtu', String(profile.mtu), 'up')
      }
      return {
        near: `${subnet}.1`,
        far: `${subnet}.2`,
        cut: () => void child.stdin.write('cut\n'),
        restore: () => void child.stdin.write('restore\n'),
      }
    },
    close() {
      for (const close of closers.splice(0).toReversed()) close()
    },
  }
}

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'inherit'] })
}
