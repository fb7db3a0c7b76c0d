const SPOT =
  /^(?:的|那边|这边|那里|,|在|有个|村|里|上)*(?<spot>(?:[^,.;!?、:\d的了在有被发生]{0,5}?(?:后山坡?|屋后|村口|村头|村尾|河边|河堤|河滩|河里|桥头|大桥|小桥|桥上|桥下|水库|山塘|鱼塘|水塘|小学|中学|学校|幼儿园|卫生室|村委会|养老院|敬老院|加油站|市场|超市|饭店|餐馆|酒席|路口|路段|公路|省道|国道|县道|弯道|隧道|工地|采石场|砖厂|矿山|矿井|煤矿|化工厂|厂房|工厂|养殖场|林场|山坳|山沟|沟里|沟口|坡上|坡脚|山上|山脚|山坡|坟山|竹林|林子|塘边|坝上|坝脚|堤上|渠道|水渠|沼气池|化粪池|污水池|水井|广场|街上|老街|大院|祠堂|老屋|大坝|林区|牛棚|猪场|岩口|垭口|岔路口)))/u

/** The spot, as far as the words after village and group name one. */
export function readSpot(
  text: string,
  after: number | undefined,
): { readonly name: string; readonly from: number; readonly to: number } | undefined {
  if (after === undefined) return undefined
  const match = SPOT.exec(text.slice(after, after + 24))
  const name = match?.groups?.spot
  if (!match || !name) return undefined
  const to = after + match[0].length
  return { name, from: to - name.length, to }
}
const AFTER_GROUP = /(?:第?[一二两三四五六七八九十\d]{1,3})(?:村民小组|居民小组|小组|组|社|生产队|队)的?$/u
const AFTER_VILLAGE = /(?:\p{Script=Han}{2}(?:村|社区)|[我你他们咱本该这那]村)的?$/u
/** Names of villages that are words of any village's place too. */
const ANYWHERE = /(?:桥头?|坝头?|[河山沟路坡塘洞渡垭岔]口|码头|水库)$/u

/** 沙河村三组桥头, 李家湾村桥头: a place in the village named before, not the village 桥头. `word` as said, without 村. */
export function isSpotThere(text: string, from: number, word: string, stem: string): boolean {
  if (word !== stem) return false
  const before = text.slice(Math.max(0, from - 8), from)
  return AFTER_GROUP.test(before) || (ANYWHERE.test(stem) && AFTER_VILLAGE.test(before))
}
