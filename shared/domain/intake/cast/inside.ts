import { exact, type Group, isTold, left } from './scene.ts'

/** Where whoever was there and has not come out still is. */
const INSIDE =
  /(?:井下|矿下|[船车舱屋家洞楼厂棚院坑池窖]里[面头]?|[船车]上|里面|里头|隧道[里内]|井[里内]|洞内|屋头|作业面|巷道)[^,.;]{0,6}$/u
const DISASTER = /透水|冒顶|塌|垮|埋|[翻沉]|火|爆|淹|滑坡|泥石流|山洪|落水|冲|压|瓦斯/u
const OUT = /[挖刨扒救捞拉抬拽拖]/u
const UNSURE = /(?:其他|其余|别)的?人?[^,.;]{0,6}(?:不清|不知|不晓|不明)|都(?:出来|上来|救)|全(?:出来|上来|部|救)/u

/** What became of those of whom nothing is said because everybody knows: 井下原有19人,升井16人 leaves three. `water`: there they are missing. */
export function accountFor(text: string, groups: readonly Group[], water: boolean): void {
  for (const [i, group] of groups.entries()) {
    // 压到几个,还有两三个在下面: no more than these.
    const kept = groups.slice(i + 1).some(({ last, missing, trapped }) => last && (missing || trapped))
    if (Number.isNaN(exact(group.amount)) && kept) group.trapped = group.missing = false
    nest(text, group)
    if (Number.isNaN(exact(group.amount))) continue
    const parts = group.parts.filter(isTold)
    const came = parts.some(({ own }) => own.has('freed') || own.has('found'))
    const head = text.slice(Math.max(0, group.said.from - 14), group.said.from)
    if (group.told || !came || left(group) <= 0 || !INSIDE.test(head) || !DISASTER.test(text) || UNSURE.test(text))
      continue
    if ([...parts, ...groups].some(({ missing, trapped }) => missing || trapped)) continue
    group.told = true
    group[water ? 'missing' : 'trapped'] = true
  }
}

/** 埋了四个,挖出来两个,一个没气了,一个送医院: these two are of those dug out. */
function nest(text: string, group: Group): void {
  if (!group.trapped && !group.missing) return
  const { parts } = group
  const at = parts.findIndex(
    ({ own, from, to }) => own.size === 1 && (own.has('freed') || own.has('found')) && OUT.test(text.slice(from, to)),
  )
  const out = parts[at]
  // 一个救活,一个没救回来: they are two.
  if (!out || exact(out.amount) < 2) return
  const after = parts.slice(at + 1)
  const sum = [...out.parts, ...after].reduce((n, part) => n + exact(part.amount), 0)
  if (
    sum > exact(out.amount) ||
    after.some(({ missing, trapped, dead, injured }) => !dead && !injured && (missing || trapped))
  )
    return
  for (const part of parts.splice(at + 1)) out.parts.push(Object.assign(part, { trapped: false, missing: false }))
}
