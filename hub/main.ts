import { runCommandLine } from './cli/run.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  untilStopped: () =>
    new Promise((done) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
      // Whoever started it as a part of something else (the demo) is gone.
      process.once('disconnect', () => done())
      if (process.send && !process.connected) done()
    }),
})
// An open channel would keep the process after its work is done.
if (process.connected) process.disconnect()
