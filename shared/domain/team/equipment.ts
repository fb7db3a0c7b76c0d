import { listParts } from '../sheet/words.ts'
import type { EquipmentItem } from './events.ts'

const COUNT = String.raw`(\d{1,6}(?:\.\d{1,2})?)`
const UNIT = String.raw`([^\d\s().（）×*]{0,6})`
/** 铁锹×20, 铁锹（20把）, 铁锹：20 把. */
const AFTER_SIGN = new RegExp(String.raw`^(.*[^\s:：×xX*(（])\s*[:：×xX*(（]\s*${COUNT} ?${UNIT}[)）]?$`)
/** 铁锹20把. A number right after a Latin letter is a model (BD3), not a count. */
const AT_END = new RegExp(String.raw`^(.*[^\s\dA-Za-z.:：×xX*(（-])\s*${COUNT} ?${UNIT}$`)
/** 20把铁锹. */
const COUNT_FIRST = /^(\d{1,6})([把台件套个只辆艘条根副顶双米张箱袋桶部架具支块瓶盏床])(.+)$/

/** The items written in one cell or field. What has no count that can be read keeps its whole text as name. */
export function readEquipment(text: string): readonly EquipmentItem[] {
  const items: EquipmentItem[] = []
  for (const part of listParts(text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1'))) {
    const item = readItem(part)
    if (!items.some((other) => other.name === item.name && other.unit === item.unit)) items.push(item)
  }
  return items
}

function readItem(part: string): EquipmentItem {
  const plain = part.replace(/[０-９．]/g, (character) => character.normalize('NFKC'))
  const last = AFTER_SIGN.exec(plain) ?? AT_END.exec(plain)
  if (last) {
    const [, name = '', count = '', unit = ''] = last
    return { name: name.trim(), count: Number(count), unit: unit.trim() }
  }
  const first = COUNT_FIRST.exec(plain)
  if (first) {
    const [, count = '', unit = '', name = ''] = first
    return { name: name.trim(), count: Number(count), unit }
  }
  return { name: part, unit: '' }
}

/** The same items as one text that `readEquipment` reads back. */
export function writeEquipment(items: readonly EquipmentItem[]): string {
  return items
    .map(({ name, count, unit }) => {
      const plain = name.replace(/[、，,;；/\n|]+/g, ' ').trim()
      if (count === undefined) return plain
      return /[\dA-Za-z.-]$/.test(plain) || unit === '' ? `${plain}×${count}${unit}` : `${plain}${count}${unit}`
    })
    .join('、')
}
