import type { Claim, LineFigure } from './claims.ts'
import type { Clause } from './clauses.ts'
import { findAll } from './matches.ts'

/** Not zero but not known: nobody has reported it, nobody has looked. */
const UNKNOWN_BEFORE =
  /(?:不知道?|不清楚|不确定|不晓得|不明|说不清|说不好|难说|没听说|没有?听到|没有?听见|没人说|未听说|未接到|没有?接到|没有?收到|未收到|暂?未发现|没有?发现|没看见|没看到|没有看到|没见|还没核实|有|是否|能否|有没|未得到|没得到)$/u
const UNKNOWN_AFTER =
  /^(?:的)?(?:报告|消息|信息|统计|上报|说法|报道|情况(?:不明|不清|待)|不明|不清|待|未知|吗|么|没有|不知道|还)/u

const NONE =
  '(?:没有?|没得|莫得|冇得?|无|未造成|没有?造成|未出现|没有?出现|未发生|没有?发生|暂无|尚无|并无|暂时没有?|目前没有?|均无|零)(?:任何|一个|一人|什么|啥)?'

const RULES: readonly (readonly [RegExp, readonly LineFigure[]])[] = [
  [new RegExp(`${NONE}(?:人员?|群众)?(?:的)?(?:伤亡|死伤|死亡(?:和|、|或|及|,)?受伤)`, 'gu'), ['dead', 'injured']],
  [/(?:没有?|未|无)(?:人|人员)?死(?:亡)?(?:也|和|,|、)?(?:没有?|未|无)?(?:人|人员)?(?:受)?伤/gu, ['dead', 'injured']],
  [new RegExp(`${NONE}(?:人员?|群众|哪个|谁)?(?:死亡|遇难|死(?!亡|角|活|鱼|猪|伤)人?)`, 'gu'), ['dead']],
  [
    new RegExp(
      `${NONE}(?:人员?|群众|哪个|谁)?(?:受伤|负伤|伤着人?|伤到人?|伤人|中毒(?!源|原因|事[件故]|[死身]亡))`,
      'gu',
    ),
    ['injured'],
  ],
  [new RegExp(`${NONE}(?:人员?|群众|哪个|谁)伤(?=$|[,.;])`, 'gu'), ['injured']],
  [
    new RegExp(`${NONE}(?:人员?|群众|哪个|谁)?(?:车辆)?(?:被困|受困|被埋|困在里面|埋到人|埋着人|埋人|被压)`, 'gu'),
    ['trapped'],
  ],
  [/(?:没有?|无|没得|莫得)人(?:被)?(?:压|埋|困|卡|堵)(?:着|到|住|在里面|在里头|在下面)/gu, ['trapped']],
  [new RegExp(`${NONE}(?:人员?|群众|哪个|谁)?(?:失踪|失联|走失)`, 'gu'), ['missing']],
  [
    new RegExp(`${NONE}(?:房屋?|房子|民房|农房|住房)(?:屋|子)?(?:倒塌|垮塌|垮|塌|倒)|(?:没有?|无|未)倒房`, 'gu'),
    ['roomsCollapsed'],
  ],
  [
    /(?:^|[,.;、])(?:人|人员|大家|所有人|全部人员|群众)(?:都|均|全都?)?(?:没有?|未)(?:受伤|伤着|伤到|伤(?=$|[,.;]))/gu,
    ['injured'],
  ],
  [
    /死(?:了)?(?:的|人的)(?:人)?(?:一个)?(?:都|也|倒|还|暂时|目前|现在)*(?:没得|没有|冇得?|莫得|为零|是零|零)(?![找救出送联])/gu,
    ['dead'],
  ],
  [
    /(?:失踪|失联|走失)的(?:人)?(?:一个)?(?:都|也|倒|还|暂时|目前|现在)*(?:没得|没有|冇得?|莫得|为零|是零|零)(?![找救出送联])/gu,
    ['missing'],
  ],
  [
    /(?:被困|被埋|困住|埋住|压住)的(?:人)?(?:一个)?(?:都|也|倒|还|暂时|目前|现在)*(?:没得|没有|冇得?|莫得|为零|是零|零)(?![找救出送联])/gu,
    ['trapped'],
  ],
  [
    /(?:受伤|伤到|伤着|伤)的(?:人)?(?:一个)?(?:都|也|倒|还|暂时|目前|现在)*(?:没得|没有|冇得?|莫得|为零|是零|零)(?![找救出送联])/gu,
    ['injured'],
  ],
  // 倒房没有,一间都没倒; 牛羊一头没死.
  [
    /(?<![有剩只就那这另下])一[间栋幢座孔](?:房子?|屋子?)?[都也]?(?:没有?|未|冇)(?:倒|塌|垮|冲(?:垮|倒|走|毁))(?!完|透|下去)/gu,
    ['roomsCollapsed'],
  ],
  [
    /(?<![有剩只就那这另下])一[间栋幢座孔](?:房子?|屋子?)?[都也]?(?:没有?|未|冇)(?:开?裂|受损|损坏|坏(?!透))/gu,
    ['roomsDamaged'],
  ],
  [/房(?:子|屋)?(?:全|都|倒是都)(?:没有?|未)(?:倒|塌|垮)(?!完|透)/gu, ['roomsCollapsed']],
  [
    /(?:倒房|塌房|垮房|倒塌房屋|房屋倒塌)(?:数|的)?(?:也|都|目前|暂时)?(?:是|为)?(?:零|0)(?![\d.])间?/gu,
    ['roomsCollapsed'],
  ],
  [
    /(?:倒|塌|垮)(?:了|掉)?的(?:房子?|屋子?)?(?:一间)?(?:都|也|倒|还|暂时|目前|现在)*(?:没得|没有|冇得?|莫得)(?=$|[,.;])/gu,
    ['roomsCollapsed'],
  ],
  // 人没有伤的, 没有死的.
  [/(?:没有?|没得|冇得?|莫得)(?:人|哪个|谁)?(?:被|受)?伤(?:着|到)?的(?:人)?(?=$|[,.;、])/gu, ['injured']],
  [/(?:没有?|没得|冇得?|莫得)(?:人|哪个|谁)?死的(?:人)?(?=$|[,.;、])/gu, ['dead']],
  [/(?:没有?|没得|冇得?|莫得)(?:人|哪个|谁)?被?(?:困|埋|压)(?:着|住|到)?的(?:人)?(?=$|[,.;、])/gu, ['trapped']],
  [/一个人?[都也](?:没有?|未)(?:被)?(?:困|堵|埋|压)(?![难倦])/gu, ['trapped']],
  [/一个人?[都也]?(?:没有?|未)(?:受)?伤(?!心)/gu, ['injured']],
  [/一个人?[都也](?:没有?|未)死/gu, ['dead']],
]
/** 学生一个没伤着: says nothing of the others. */
const OF_SOME =
  /(?:学生|孩子|娃娃?|老师|师生|乘客|群众|村民|工人|其他人?|其余|别人|旁人|家属|大人|小孩|邻居)(?:们|的)?(?:都|全|倒|也)?(?:一个人?(?:都|也)?)?$/u
const OF_THEM = /^一|^房|的/u
/** 无人员死亡失踪, 没有人被困或受伤: what follows after “and” is denied too. */
const AND = /^(?:和|、|或者?|及|以及|,?也?没有?人?|,?无人员?)(?:被)?(死亡|受伤|失踪|失联|被困|受困|被埋|困)/u
const AND_FIELD: Readonly<Record<string, LineFigure>> = {
  死亡: 'dead',
  受伤: 'injured',
  失踪: 'missing',
  失联: 'missing',
  被困: 'trapped',
  受困: 'trapped',
  被埋: 'trapped',
  困: 'trapped',
}

/** Zeros that were said: 无人员伤亡 is no dead and no injured; “没听说有伤亡” and “伤亡不明” are neither. */
export function readZeros(text: string, clauses: readonly Clause[]): readonly Claim[] {
  return RULES.flatMap(([pattern, fields]) =>
    findAll(text, pattern).flatMap(({ index, 0: word }) => {
      const clause = clauses.find(({ from, to }) => index + word.length > from && index < to)
      const before = text.slice(Math.max(clause?.from ?? 0, index - 8), index)
      if (UNKNOWN_BEFORE.test(before) || UNKNOWN_AFTER.test(text.slice(index + word.length))) return []
      if (/[牛羊猪鸡鸭鱼]|牲口|牲畜|家禽/u.test(before)) return []
      if (/(?:不知|不清楚|没听说|未接到|没接到|没收到|未发现|没发现|没有发现|不确定)/u.test(before)) return []
      const zero = (field: LineFigure, to: number): Claim => ({
        field,
        amount: { n: 0 },
        from: index,
        to,
        kind: '',
        // 石门村倒了三间,新塘村一间都没倒.
        part: OF_SOME.test(before) || (field.startsWith('rooms') && OF_THEM.test(word)),
        more: false,
        left: false,
      })
      const end = index + word.length
      const and = AND.exec(text.slice(end))
      const also = AND_FIELD[and?.[1] ?? '']
      return [...fields.map((field) => zero(field, end)), ...(and && also ? [zero(also, end + and[0].length)] : [])]
    }),
  )
}
