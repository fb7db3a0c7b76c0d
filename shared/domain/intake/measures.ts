import type { SaidText } from './caller.ts'
import type { Clause } from './clauses.ts'

const DONE =
  /已经?|正在|组织|转移了|疏散|撤离|拉了?(?:警戒|起)|设(?:置|了)?(?:警戒|卡|岗)|封(?:路|闭|了)|管控|关了|切断|停了|派了|派出(?!所)|赶到|打了|拨打|报了警|报警|送医|送到|送往|救出|扑救|灭火|抢修|抢险|搜救|搜寻|救援|巡查|值守|通知了|上报|开展|启动|安置|堵漏|加固|清理|疏通|劝离/u
const NOT_DONE = /需要|请|没有?人|尚未|还没|未|没|准备|打算|不肯|不愿|不走/u

/** What was done, in the caller's words: whole clauses. */
export function readMeasures(real: string, clauses: readonly Clause[]): SaidText | undefined {
  const done = clauses.filter(({ from, to }) => {
    const said = real.slice(from, to)
    return said.length > 2 && DONE.test(said) && !NOT_DONE.test(said)
  })
  const [first] = done
  const last = done.at(-1)
  if (!first || !last) return undefined
  return { text: done.map(({ from, to }) => real.slice(from, to)).join('，'), from: first.from, to: last.to }
}
