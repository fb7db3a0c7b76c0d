import { isOfOthers, withoutHelp } from './bystanders.ts'
import { befall, exact, makeGroup } from './scene.ts'
import { type Heard, isBeforeNow, MANY, OTHER_ONE, type Telling, WHOLE } from './telling.ts'
import { SOMEBODY, unspoken } from './turns.ts'

/** 趴窝: those aboard are stuck with it. */
export const STALLED = /趴窝|抛锚|熄火|开进水|泡[在了]?水|冻住|堵在|淹在/u
const VEHICLE = /[车船艇]|挖机|中巴|大巴|客运|轿车|面包|皮卡|竹筏|电梯|缆车/u
const LIMB = /手|指|腿|脚|胳膊|臂|头皮|脑壳|脑袋/u
const CUT = /[绞断折轧割锯砍碾咬卷]/u

/** What the clause tells of nobody named in it: it befell whoever the line speaks of, or whoever is named next. */
export function hearLoose(telling: Telling, { text, clause, said, here, bonds: { loose } }: Heard): void {
  // 拉肚子的,开始说七八个,后来是二十六个: what was said at first counts nobody.
  const passed =
    loose.length === 0 && here.length > 0 && here.every(({ from }) => isBeforeNow(text.slice(clause.from, from)))
  if ((here.length > 0 && !passed) || loose.length > 0) telling.open = telling.aboard = []
  const stalled = VEHICLE.test(said) && here.length === 0 ? STALLED.exec(said) : null
  if (stalled) {
    const from = clause.from + stalled.index
    telling.aboard = [unspoken('trapped', { from, to: from + stalled[0].length })]
  }
  const [first] = loose
  if (!first || here.length > 0) return
  const moved = loose.every(({ fate, wants }) => wants || (fate !== 'dead' && fate !== 'injured'))
  const head = text.slice(clause.from, first.from)
  const before = moved ? head : withoutHelp(head)
  const stuck = loose.filter(({ fate }) => fate === 'trapped' || fate === 'missing')
  if (VEHICLE.test(said) && stuck.length > 0) telling.aboard = stuck
  const bites = loose.some(({ wants, to }) => wants && /^(?:了|着|伤|到)?人/u.test(text.slice(to)))
  if (!bites && isOfOthers(before, moved)) return
  const real = loose.filter(
    ({ wants, word, to }) => !wants && !OTHER_ONE.test(word) && !/^的(?:就是|是|人)/u.test(text.slice(to)),
  )
  const { focus } = telling
  if (focus) {
    if (before.length > 24) return
    // 有人放牛时被马蜂蜇,手肿了: one.
    if (focus.amount === null && real.some(({ body }) => body) && !MANY.test(said)) focus.amount = { n: 1 }
    const all = WHOLE.test(before) && exact(focus.amount) === 1 && focus.parent ? focus.parent : focus
    for (const one of real) befall(all, one, true)
  } else if (real.some(({ body, word }) => body && LIMB.test(word) && CUT.test(word))) {
    // 打谷机把手指绞断了: whose finger, is one.
    const somebody = makeGroup({ ...SOMEBODY, from: first.from, to: first.to })
    somebody.nameless = true
    telling.focus = somebody
    telling.groups.push(somebody)
    for (const one of real) befall(somebody, one, true)
  } else telling.open = loose.filter(({ wants, to }) => !wants || /^(?:了|着|伤)?人?$/u.test(text.slice(to, clause.to)))
}
