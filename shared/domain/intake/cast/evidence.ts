import type { Told } from './fates.ts'

/** Where nobody answers because of what may have befallen him. */
const OUT_OF_SIGHT =
  /[上进登爬]了?的?[^,.;]{0,6}(?:山|林|沟|洞|峡谷|沙漠|戈壁|草原|雪线)|峡谷|出海|出船|打鱼|钓鱼|采[药菌蘑笋]|砍柴|放[牛羊]|徒步|驴友|走失|走丢|失踪|到现在没|一夜没/u
/** Said by itself already. */
const LOST = /走丢|走失|失踪|失联|没回|没下|没出|没上|找不|没找|不见|联系不/u
const THREATENS = /就跳|要跳|往下跳|跳楼|轻生|寻短见|想不开|不想活|扬言|讨薪|工钱|工资/u
const PERCHED = /楼|房顶|屋顶|塔|桥|高处|崖/u
/** What keeps people where they are. */
const PERIL =
  /锁|水|洪|淹|涨|潮|冲|[火烧烟爆炸]|[塌垮倒埋压陷翻撞困卡夹堵断滑摔掉落坠晕昏]|震|雪|冰|雾|沙尘|台风|[出上下过回]不[来去了得]|救|电梯|缆车|索道|停电|毒|气|井|窖|罐|池|坑/u
/** 在树上摘果子, 关在派出所: where somebody is, and why. */
const SOMEWHERE = /^(?:在|关在|抱着|抱住|抱到|扒着)|[顶上].*[等站坐趴守抱]/u
/** Who does not wake though somebody tries, or of whom more is said. */
const UNCONSCIOUS = /空调|[炉炭]|昏|晕|煤|烟|毒|药|酒|摔|撞|砸|电了|触电|送|抢救|120|救护|吐|叫不|喊不|抽/u
const ASLEEP = /睡(?:下|着|过去|觉|了)?(?:去|后)?(?:就|便|都|一直|再也?|也)*没/u
const NO_ANSWER = /^[叫喊]不(?:答)?应$|^[叫喊]不答应$|^没有?反应$/u
const ANSWERS = /[喊叫]得答?应/u
const INSIDE =
  /[埋压困陷卡]|里[头面]|底下(?!去)|下[头面](?!去)|出不来|没(?:有)?(?:出|上)来|(?:窖|井|池|罐|坑|洞)(?:里|内|底)/u
/** 去了医院拿药: he is well. */
const NO_PATIENT = /^[^,.;]{0,4}(?:拿药|取药|看望|照顾|照看|陪|守|体检|检查工作|上班|买药|开会|探望)/u
const MISSED = /[失丢走]|找|冲|卷|埋|塌|垮|翻|水|捞|沉|冒头|点|山|[回出上下]来|联系/u
const SIGN = /^[^,.;]{0,6}(?:签|来|才|帮|报名|登记|没打|打针|没交|没填)/u

const THIEVES = /偷|贼|赌|抢|骗|贩|逃|嫌|闹事|打架|打人|聚众|酒驾|民警|警察|公安/u
const SILENT = /声了?$|声气$|搭腔/u
const DOWN_THERE = /[下进]了?[到去来的]?[^,.;]{0,4}[窖井池罐坑洞仓舱]/u
const VIOLENT = /[撞翻砸埋淹冲炸塌垮]|着火|起火|触电|中毒|抢救/u

/** Whether the rest of the line bears out a word that alone says little: of nobody else's death, of nobody who sits in a tree to pick fruit. */
function isBorneOut(text: string, { word, fate, to }: Told): boolean {
  if (fate === 'trapped' && SOMEWHERE.test(word)) return PERIL.test(text)
  // 昨晚睡下就没醒: more likely dead than hurt.
  if (/^没醒/u.test(word)) return UNCONSCIOUS.test(text) && !ASLEEP.test(text)
  // 还在里面,喊不应: of him nobody knows more than where he is.
  if (fate === 'injured' && NO_ANSWER.test(word)) return !INSIDE.test(text) || ANSWERS.test(text)
  if (/^(?:去了|进了?)医院$/u.test(word)) return !NO_PATIENT.test(text.slice(to))
  if (/^还[差少]$/u.test(word))
    return MISSED.test(text) && !SIGN.test(text.slice(to).replace(/^[\d一两二三四五六七八九十几]+[个名位]?人?/u, ''))
  // 儿子不在了 after a crash; of who lives alone it is long ago.
  if (word.endsWith('不在了')) return VIOLENT.test(text)
  // 下的地窖,到现在没吭声.
  if (SILENT.test(word)) return DOWN_THERE.test(text)
  // 抓到两个: thieves, not scratched.
  if (word.startsWith('抓')) return !THIEVES.test(text)
  if (word === '走散') return !/打了?架|打起来|吵/u.test(text)
  // 什么台风没见过.
  if (fate === 'missing' && /[见到]$/u.test(word) && /^(?:过|得|少|怎么|面)/u.test(text.slice(to))) return false
  return true
}

/** Who is still worked on is not dead, who threatens to jump is not trapped, and who does not pick up is not missing. */
export function isSo(text: string, told: Told): boolean {
  const { word, fate } = told
  if (!isBorneOut(text, told)) return false
  if (/打不通$|关机$/u.test(word)) return OUT_OF_SIGHT.test(text) && !LOST.test(text)
  if (fate === 'trapped' && /^[站蹲坐趴躲守骑][在到]/u.test(word))
    return /水|洪|淹|涨|河|潮|冲|火|塌/u.test(text) && !THREATENS.test(text)
  if (fate === 'trapped')
    return !(/^(?:[爬逃躲跑]|.{0,3}[上顶])/u.test(word) && PERCHED.test(word) && THREATENS.test(text))
  return true
}
