import { isDrill } from './clauses.ts'

/** Nothing happened, yet the call has its matter: what the net tells and is not true, or what a warning foretells. */
export function untold<Said extends { readonly key: string }>(said: Said | undefined, text: string): Said | undefined {
  const matter =
    said?.key === 'onlineOpinion' ||
    // 水库怕要垮: the danger is there.
    /(?:水库|大坝|堤坝?|山塘|堰塘|堰塞湖)[^,.;]{0,3}(?:怕|可能|眼看|恐怕|快)(?:是|就|会|要)*(?:垮|溃|决|漫|塌)/u.test(
      text,
    ) ||
    /[蓝黄橙红][色字]预警|气象[台局]/u.test(text) ||
    // 问大王庄车祸到底几个: the crash itself is not in question.
    /(?:车祸|事故|火灾|起火|爆炸|翻车|翻船|溺水|倒塌|坍塌|滑坡|中毒|打架|触电|塌方|山洪|地震)(?![^,.;]*(?:有没有|是不是|是否))[^,.;]{0,6}(?:几|多少)/u.test(
      text,
    )
  return matter && !isDrill(text) ? said : undefined
}
