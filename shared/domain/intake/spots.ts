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
