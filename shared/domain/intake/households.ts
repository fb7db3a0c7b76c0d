import { DAMAGED, roomField } from './rooms.ts'

const NO_HOUSE = /转移|撤|搬|不肯|不走|拒|停电|停水|断电|断水|没电|没水|受灾|饮水|通知|入户|断粮|失联/u
const HOUSE =
  /电视|冰箱|电器|家电|房|屋|家|墙|院|棚|圈|店|门面|灶|瓦|进了?(?:点|些)?水|灌|冲|漏|淹|受损|损坏|过水|掀|裂|烧|燎|玻璃|窗|泡/u
/** What is done to a household that has its home: water in it, fire at it. */
const HIT =
  /水进|[被遭让叫给]泡|泡水|[全都也]淹|失火|走水|[冲灌]了(?!解)|进了?(?:屋|家|院|门|灶)|淌进|烧[了毁掉光着坏]|着火|起火|着了|过火|燎|连烧|打坏|[顶墙瓦]坏|飞了|泡了|掀|揭了|[震打砸崩刮](?:碎|烂)|瓦(?:全|都)?(?:碎|破|烂)|玻璃碎|[是进灌满][满了]?(?:淤)?泥|全是[泥水]/u
/** 压到两家人, 埋三户, 冲了沟边三户: the homes, whoever was in them. */
const STRUCK = /(?:压|埋|砸|冲|毁|烧|淹|推)(?:到|了|着|住|垮|塌|毁|掉|坏|平|没|倒)?(?!死|走)[^,.;\d死伤]{0,4}$/u
const STRUCK_HOMES =
  /^(?:人家|人|老乡)?(?:的(?:房|屋|院|墙|家)\p{Script=Han}{0,2})?(?:$|[\d一二两三四五六七八九十几]+(?:余|多)?间)/u
const COUNTS_ONLY =
  /^(?:共|共计|一共|总共|涉及|波及|影响|牵涉|大概|大约|估计|差不多|至少|约|有|得有|是|怕|都是|全是|附近|周边|左右|两边|下面|沿河|低处|隔壁|旁边|\p{Script=Han}{0,4}[组社队村])*$/u

/** A number of households, with what stands round it. `earlier`: three clauses back; `next`: the clause after. */
export interface CountedHouseholds {
  readonly one: boolean
  readonly here: string
  readonly before: string
  readonly after: string
  readonly earlier: string
  readonly next: string
}

/** Whether their homes were hit: flooded, cracked, burned. */
export function isHouseholdDamaged({ one, here, before, after, earlier, next }: CountedHouseholds): boolean {
  if (NO_HOUSE.test(here)) return false
  if (!one && STRUCK.test(before) && STRUCK_HOMES.test(after)) return true
  // 损坏11户30间: the households of those rooms, unless they fell.
  if (/^[\d一二两三四五六七八九十百几]+(?:余|多)?间/u.test(after))
    return roomField(before, after, earlier) === 'roomsDamaged'
  // 一户民房着火 is the fire itself; 三户烧了 is what it did.
  if (DAMAGED.test(here) || (HIT.test(here) && !one)) return HOUSE.test(here)
  if (/[倒塌垮]/u.test(here) && /房|屋|墙/u.test(here)) return !one && !/间/u.test(here)
  if (!COUNTS_ONLY.test(before) || !/^(?:人家)?的?$/u.test(after)) return false
  // 涉及二十六户,都是一楼进水.
  if (/^(?:都|全)/u.test(next) && DAMAGED.test(next)) return HOUSE.test(next)
  // 房屋进水,涉及6户. 大棚掀了,四户人家的.
  return (DAMAGED.test(earlier) || HIT.test(earlier)) && HOUSE.test(earlier) && !NO_HOUSE.test(earlier)
}
