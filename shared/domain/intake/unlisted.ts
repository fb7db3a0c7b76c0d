/** A village as it was said, in places of the tidied text. */
export interface SaidVillage {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** 我们村, 全村, 隔壁村, 示范村: no names. */
const NO_NAME =
  '(?![^,.;]{0,2}[我你他她它们咱俺这那哪各每全整本邻几两多些个所某同别外到在从去往来说报讲有被把给请叫问让喊为其和跟与的了着过是又也都没还刚])(?!(?:隔壁|附近|周边|邻近|旁边|对面|上游|下游|贫困|示范|行政|自然|中心|移民|整个|全部|沿河|沿江|沿线|山区|城中|老旧|一个|农|乡|新|大|小|山|进|出|回|下|驻|包|联))'
/** Where a place is said, or whence somebody calls. */
const LED = '(?<=^|[,.;:!?]|[^不存现实]在|我是|这里是|这边是|电话是)'
/** What follows a place: its group, what is there, what happened, who calls. */
const FOLLOWED =
  '(?=的|里|上|有|那边|这边|这里|那里|附近|后山|村?(?:支书|书记|主任|会计|文书|网格员|村民|群众|小学|卫生室)|第?[一二三四五六七八九十\\d]{1,3}(?:组|社|队|小组)|发生|出现|出了|河|桥|路|山|水|停|着火|起火|失火|塌|垮|淹|断|滑)'
const SAID = new RegExp(
  `${LED}${NO_NAME}(?<name>(?:[\\u4e00-\\u9fff]{2,3}[镇乡])?[^村\\P{Script=Han}]{2,3}(?:村|社区))(?!民|委|干|口|头|道|庄|寨)${FOLLOWED}`,
  'u',
)

/** 沙河村三组: a village that is named and is not in the township's list, so perhaps another township's. Asked only where no listed one is named. */
export function findUnlisted(text: string): SaidVillage | undefined {
  const match = SAID.exec(text)
  const name = match?.groups?.name
  return match && name ? { name, from: match.index, to: match.index + name.length } : undefined
}
