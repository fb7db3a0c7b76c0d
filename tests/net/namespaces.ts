import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const EMULATOR = join(import.meta.dirname, 'narrow_link.py')
/** Namespaces need root, iproute2 and python3. */
export function canOpenNetPair(): boolean {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return isRoot && ['ip', 'python3'].every((tool) => spawnSync(tool, ['-V']).error === undefined)
}

/** One way between the two namespaces. */
export interface NetLink {
  /** Devices and addresses at the console's and at the hub's end. */
  readonly device: string
  readonly near: string
  readonly far: string
  shape(profile: Profile): Promise<void>
  swallow(on: boolean): Promise<void>
}

/** A link of sync.md: round trip, loss, rate. */
export interface Profile {
  readonly roundTripMs: number
  readonly lossPercent: number
  readonly bitRate: number
}

export const FAST: Profile = { roundTripMs: 10, lossPercent: 0, bitRate: 100_000_000 }

export interface NetPair {
  /** The console's namespace and the hub's. */
  readonly near: string
  readonly far: string
  /** Adds a link; the number makes its addresses 10.<100 + number>.0.1 and .2. */
  link(number: number): Promise<NetLink>
  /** Runs a program in one of the namespaces to its end. @throws with what it complained of */
  run(namespace: string, ...command: readonly string[]): string
  /** Removes links and namespaces. */
  close(): Promise<void>
}

/** Two network namespaces with nothing between them yet. */
export function openNetPair(): NetPair {
  const tag = randomBytes(3).toString('hex')
  const [near, far] = [`zsn${tag}`, `zsf${tag}`]
  const closers: (() => Promise<void>)[] = []
  const run = (namespace: string, ...command: readonly string[]): string =>
    call('ip', 'netns', 'exec', namespace, ...command)
  for (const namespace of [near, far]) {
    call('ip', 'netns', 'add', namespace)
    run(namespace, 'ip', 'link', 'set', 'lo', 'up')
    // Answers to an address of one link may come back by another one: that is what the test of the wrong card is about.
    run(
      namespace,
      'sh',
      '-c',
      'echo 0 > /proc/sys/net/ipv4/conf/all/rp_filter; echo 0 > /proc/sys/net/ipv4/conf/default/rp_filter',
    )
  }
  return {
    near,
    far,
    run,
    async link(number) {
      const device = `zs${number}`
      const emulator = await startEmulator([near, device, far, device, '16000', String(number)])
      closers.push(emulator.close)
      const address = (host: number): string => `10.${100 + number}.0.${host}`
      for (const [namespace, host] of [
        [near, 1],
        [far, 2],
      ] as const) {
        run(namespace, 'ip', 'address', 'add', `${address(host)}/24`, 'dev', device)
        run(namespace, 'ip', 'link', 'set', device, 'mtu', '576', 'up')
      }
      return {
        device,
        near: address(1),
        far: address(2),
        shape: ({ roundTripMs, lossPercent, bitRate }) =>
          emulator.say(`shape ${roundTripMs / 2} ${lossPercent} ${bitRate}`),
        swallow: (on) => emulator.say(`swallow ${on ? 'on' : 'off'}`),
      }
    },
    async close() {
      for (const close of closers) await close()
      for (const namespace of [near, far]) call('ip', 'netns', 'delete', namespace)
    },
  }
}

async function startEmulator(
  args: readonly string[],
): Promise<{ say(line: string): Promise<void>; close(): Promise<void> }> {
  const child = spawn('python3', [EMULATOR, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting: (() => void)[] = []
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  createInterface({ input: child.stdout }).on('line', () => waiting.shift()?.())
  const answer = (): Promise<void> =>
    Promise.race([
      new Promise<void>((done) => waiting.push(done)),
      ended.then(() => {
        throw new Error('the link emulator ended')
      }),
    ])
  await answer()
  return {
    say(line) {
      const answered = answer()
      child.stdin.write(`${line}\n`)
      return answered
    },
    close() {
      child.stdin.end()
      return ended
    },
  }
}

function call(tool: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args)
  if (error) throw error
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stderr.toString('utf8')}`)
  return stdout.toString('utf8')
}
