// Loaded before the program by tests alone: its wall clock stands still until the story moves it. Timers and performance.now
// run on, so that sockets, retries and time-outs are the real ones.
const { connect } = require('node:net')

const Real = Date
let now = Number(process.env.ZHENSHOU_TEST_NOW)
// socket.io tells by the wall clock whether its heartbeat is late: a night that jumps would end every connection.
const HEARTBEAT = /_hasPingExpired|_resetPingTimeout/
const readNow = () => (HEARTBEAT.test(new Error().stack ?? '') ? Real.now() : now)

globalThis.Date = new Proxy(Real, {
  construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now] : args, made),
  apply: () => new Real(now).toString(),
  get: (target, key) => (key === 'now' ? readNow : Reflect.get(target, key)),
})

// A command that runs to its end takes the time it was started at.
if (process.env.ZHENSHOU_TEST_CLOCK) {
  const socket = connect(Number(process.env.ZHENSHOU_TEST_CLOCK), '127.0.0.1')
  let rest = ''
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      now = Number(line)
      socket.write(`${line}\n`)
    }
  })
  socket.on('error', () => undefined)
  socket.unref()
}
