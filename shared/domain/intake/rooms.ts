import type { LineFigure } from './claims.ts'
import { findAll } from './matches.ts'

const COLLAPSED =
  /[倒塌垮]$|倒塌|落架|散架|趴架|坐塌|[塌倒垮]了?土?窑|压房|压了房|倒房|塌房|垮房|毁房|全倒|倒了|倒掉|垮塌|垮了|垮掉|塌了|塌掉|坍塌|倾倒|[冲压震砸烧炸推刮]毁|[冲压震砸挤刮]垮|[冲压震砸刮]倒|[震砸压烧泡冲淹刮炸]塌|烧光|烧没|毁了|埋了|被埋|掩埋|冲走|冲没|冲跑|损毁|倒(?=\d|[一二两三四五六七八九十几])|塌(?=\d|[一二两三四五六七八九十几])|垮(?=\d|[一二两三四五六七八九十几])|(?:都|全|也)[倒塌垮]/u
export const DAMAGED =
  /裂$|坏了?$|受损|损坏|破损|裂缝|开裂|裂开|[震崩拉]裂|裂了|裂(?=\d|[一二两三四五六七八九十几])|进了?(?:点|些)?水|灌了?水|[冲灌涌漫淌倒]进|漏雨|漏得|漏水|被淹|受淹|淹了|淹没|水淹|过了?水|掀[了翻掉开]|揭[了顶]|[震砸刮打泡烧压冲撞掀吹揭]坏|[砸打][穿烂破]|坏(?=\d|[一二两三四五六七八九十几])|坏了(?=\d|[一二两三四五六七八九十几])|歪了|倾斜|变形|掉瓦|瓦(?:被|都)|遭淹|受到损|浸水|进泥|淤/u
const ALL_COLLAPSED = new RegExp(COLLAPSED, 'gu')
const ALL_DAMAGED = new RegExp(DAMAGED, 'gu')

/** The verb nearest to the number decides; a clause that only counts goes with the verb before it. */
export function roomField(before: string, after: string, earlier: string): LineFigure | undefined {
  const near: readonly [string, boolean][] = [
    [before.slice(-12), true],
    [after.slice(0, 10), false],
    [earlier.slice(-10), true],
  ]
  const places = near.flatMap(([said, last], order) =>
    (
      [
        ['roomsCollapsed', ALL_COLLAPSED],
        ['roomsDamaged', ALL_DAMAGED],
      ] as const
    ).flatMap(([field, pattern]) => {
      const matches = findAll(said, pattern)
      const match = last ? matches.at(-1) : matches[0]
      if (!match) return []
      const distance = last ? said.length - match.index - match[0].length : match.index
      return [{ field, distance: distance + order * 3 + (order === 2 ? 20 : 0) }]
    }),
  )
  return places.sort((a, b) => a.distance - b.distance)[0]?.field
}
