import { findAll } from './matches.ts'

/** 小营伤了三个,大营伤了两个: the same told of another place. */
const PARALLEL =
  /(?<=^|[,.;、:])((?:[\p{Script=Han}□]{0,6}?第?[一二三四五六七八九十\d]{1,2}[组社队]|(?:(?![一二两三四五六七八九十几个名])[\p{Script=Han}□]){1,5}?))(?<![砸烧压撞摔烫咬打炸冲])(伤|死|埋|困|压|卡|失踪|冲走|受伤|病倒|转移|疏散|撤|转|走|接|搬)([了着住走出到]{0,2})(?:[\d一二两三四五六七八九十百几]+)(?:多|余|来)?[个名位人户口](?:人|老人|工人|学生|村民|[\d一二两三四五六七八九十百几]+[个人口]人?)?(?=[,、;]((?:第?[一二三四五六七八九十\d]{1,2}[组社队]|(?:(?![一二两三四五六七八九十几个名])[\p{Script=Han}□]){1,5}?))也?\2(?:\3|了)(?:[\d一二两三四五六七八九十百几]))/gu
/** 现在伤了五个, 又死了一个: says it anew, or says by itself that it comes on top. */
const ANEW = /[先后又还再现最今昨其另共约也都全就才刚已中总报原早起初只说讲报称]|前[头面]|开始|里[头面]/u

const TOTAL = /(?:一共|总共|共计|合计|累计|全村|全镇)[^.;]{0,8}[\d一二两三四五六七八九十百几]/u

/** Where statements begin that come on top of the one before them, because they are told of others. */
export function findParallels(text: string): readonly { readonly from: number; readonly to: number }[] {
  return findAll(text, PARALLEL).flatMap(({ index, 0: word, 1: one = '', 4: other = '' }) => {
    if ((one === other && !one.includes('□')) || ANEW.test(one) || ANEW.test(other)) return []
    // 一共五个,一组三个,二组两个: these are of the five.
    if (TOTAL.test(text.slice(0, index))) return []
    const from = index + word.length + 1
    const end = /[,.;!?]/u.exec(text.slice(from))
    return [{ from, to: end ? from + end.index : text.length }]
  })
}
