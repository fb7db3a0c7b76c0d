import { isOfOthers, withoutHelp } from './bystanders.ts'
import { befall, exact, type Group, isTold, makeGroup } from './scene.ts'
import { type Heard, isBeforeNow, MANY, OTHER_ONE, type Telling, WHOLE } from './telling.ts'
import { limbOnly, SOMEBODY, unspoken } from './turns.ts'

/** 趴窝: those aboard are stuck with it. */
export const STALLED =
  /趴窝|抛锚|熄火|开进水|泡[在了]?水|冻住|堵在|淹在|闷住|陷[在进住]|停在(?:半空|半道|空中|中间|\p{Script=Han}{0,2}楼)|悬在|挂在半|[埋压]住|[盖封]住|(?<=(?:电梯|缆车|索道|吊篮|吊厢)[^,.;]{0,4})停了?/u
const VEHICLE = /[车船艇]|挖机|中巴|大巴|客运|皮卡|摩托|竹筏|电梯|缆车|索道|吊厢|吊篮/u
/** 求你们送点上来. */
const ASKS = /^(?:恳?[求请]|麻烦|赶紧|赶快|快点?(?![^,.;]*了)|希望|要求|能不能|可不可以|帮忙|需要|急需|得|要)/u
const OWN_VEHICLE =
  /^(?:但|结果|现在|他们的?|自己的?|我们的?|开的)?(?:车子?|船|摩托车?|越野车?|皮卡车?|面包车?|小车|轿车|房车)(?![上里])/u
const NO_WAY_OUT = /[出上下]不[来去]|困|动不了|走不[了动]/u
const LIMB = /手|指|腿|脚|胳膊|臂|头皮|脑壳|脑袋/u
const CUT = /[绞断折轧割锯砍碾咬卷]/u

const GROWN_UPS = /^(?:其中|但是?|可是?|就)?(?:大人|大的)(?:们)?(?:都|也|全|还|就|已经?|一直|当场)*$/u

function isSought(text: string, focus: Group | undefined): boolean {
  return focus !== undefined && (focus.trapped || focus.missing) && /[没未]/u.test(text.slice(focus.from, focus.to))
}

/** What the clause tells of nobody named in it: it befell whoever the line speaks of, or whoever is named next. */
export function hearLoose(telling: Telling, { text, clause, said, here, bonds: { loose } }: Heard): void {
  // 拉肚子的,开始说七八个,后来是二十六个: what was said at first counts nobody.
  const passed =
    loose.length === 0 &&
    here.length > 0 &&
    here.every(({ from }) => isBeforeNow(text.slice(clause.from, from), text.slice(from)))
  if ((here.length > 0 && !passed) || loose.length > 0) telling.open = telling.aboard = []
  const stalled = VEHICLE.test(said) && here.length === 0 ? STALLED.exec(said) : null
  if (stalled) {
    const from = clause.from + stalled.index
    telling.aboard = [unspoken('trapped', { from, to: from + stalled[0].length })]
  }
  const [first] = loose
  if (!first || here.length > 0 || (ASKS.test(said) && loose.every(({ fate }) => fate === 'freed' || fate === 'found')))
    return
  const moved = loose.every(({ fate, wants }) => wants || (fate !== 'dead' && fate !== 'injured'))
  const head = text.slice(clause.from, first.from)
  const before = moved ? head : withoutHelp(head)
  const stuck = loose.filter(({ fate }) => fate === 'trapped' || fate === 'missing')
  if (VEHICLE.test(said) && stuck.length > 0) telling.aboard = stuck
  const bites = loose.some(({ wants, to }) => wants && /^(?:了|着|伤|到)?人/u.test(text.slice(to)))
  // 三个自驾游的,车陷在沙里出不来: they are stuck with it.
  if (telling.focus && !isTold(telling.focus) && OWN_VEHICLE.test(said) && NO_WAY_OUT.test(said))
    for (const one of stuck) befall(telling.focus, one, true)
  if (!bites && isOfOthers(before, moved)) return
  const real = loose
    .map((one) => (stuck.length > 1 || telling.focus?.trapped ? one : limbOnly(text, SOMEBODY, one)))
    // 还有一个没挖出来,挖出来的都活着: those are others.
    .filter(({ fate, to }) => !(fate === 'freed' && /^来?的/u.test(text.slice(to)) && isSought(text, telling.focus)))
    .filter(({ wants, word, to }) => !wants && !OTHER_ONE.test(word) && !/^的(?:就是|是|人)/u.test(text.slice(to)))
  const { focus } = telling
  if (focus) {
    if (before.length > 24) return
    // 一家三口,大人没救过来: of the three, and nobody says how many.
    if (exact(focus.amount) > 1 && GROWN_UPS.test(before) && real.some(({ fate }) => fate === 'dead' && !focus.dead)) {
      const some = makeGroup({ ...SOMEBODY, amount: null, from: first.from, to: first.to }, focus)
      for (const one of real) befall(some, one, true)
      return
    }
    // 有人放牛时被马蜂蜇,手肿了: one.
    if (focus.amount === null && real.some(({ body }) => body) && !MANY.test(said)) focus.amount = { n: 1 }
    const all = WHOLE.test(before) && exact(focus.amount) === 1 && focus.parent ? focus.parent : focus
    for (const one of real) befall(all, one, true)
    if (WHOLE.test(before) && real.some(({ fate }) => fate === 'freed')) all.allOut = true
  } else if (real.some(({ body, word }) => body && LIMB.test(word) && CUT.test(word))) {
    // 打谷机把手指绞断了: whose finger, is one.
    const somebody = makeGroup({ ...SOMEBODY, from: first.from, to: first.to })
    somebody.nameless = true
    telling.focus = somebody
    telling.groups.push(somebody)
    for (const one of real) befall(somebody, one, true)
  } else
    telling.open = loose.filter(
      ({ wants, word, to }) =>
        !wants ||
        // 仓库炸了: nobody says that it hurt those who are told of next.
        (/^[炸烧倒刮崩]/u.test(word) ? /^(?:了|着|伤)?人$/u : /^(?:了|着|伤)?人?$/u).test(text.slice(to, clause.to)),
    )
}
