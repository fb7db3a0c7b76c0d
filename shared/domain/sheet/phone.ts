import { cleanName, cleanText } from './words.ts'

/** `zeroLost`: usable only with the area code's 0 put back, which is a guess. */
export type PhoneReading =
  | { readonly ok: true; readonly phone: string; readonly zeroLost?: true }
  | { readonly ok: false; readonly why: 'scientific' | 'invalid' }

const MOBILE = /^1[3-9]\d{9}$/
/** Area code (0xx, 0xxx) and 7 or 8 digits; extension. */
const LANDLINE = /^(0\d{2,3})-?(\d{7,8})(?:(?:-|转)(\d{1,6}))?$/
/** 110, 119, 12345, 4- to 6-digit short numbers of a group, 7 or 8 digits without area code. */
const LOCAL = /^\d{3,8}$/
const SERVICE = /^(400|800)-?\d{3}-?\d{4}$/
/** What Excel makes of a long number: 1.38E+10. The digits it does not show are not in the text. */
const SCIENTIFIC = /^(\d)(?:\.(\d+))?[eE]\+?(\d{1,2})$/

/**
 * The telephone numbers in a cell, several joined by " / ". Spaces and hyphens inside a mobile number, +86 and full-width
 * digits are put right. Every number must be one; otherwise the cell is not usable.
 */
export function readPhone(cell: string): PhoneReading {
  const text = cleanText(cell.normalize('NFKC')).replace(/[—–―－~～]/g, '-')
  const parts = splitNumbers(text)
  const found: string[] = []
  let zeroLost = false
  for (const part of parts) {
    const one = readOne(part)
    if (!one.ok) return one
    if (one.zeroLost) zeroLost = true
    if (!found.includes(one.phone)) found.push(one.phone)
  }
  if (found.length === 0) return { ok: false, why: 'invalid' }
  return zeroLost ? { ok: true, phone: found.join(' / '), zeroLost } : { ok: true, phone: found.join(' / ') }
}

/** A person's name followed by a telephone number in one cell (李建国：138…), or null. */
export function splitNamePhone(cell: string): { readonly name: string; readonly phone: string } | null {
  const [, name = '', number = ''] =
    /^([^\d:：,，()（）/]+)[\s:：,，(（/]*([\d\s-]{7,})[)）]?$/.exec(cleanText(cell.normalize('NFKC'))) ?? []
  const read = readPhone(number)
  return name.trim() !== '' && read.ok && !read.zeroLost ? { name: cleanName(name), phone: read.phone } : null
}

/** A space separates numbers only where each side is a whole number: 138 0013 8000 is one. */
function splitNumbers(text: string): readonly string[] {
  return text
    .split(/[/、,;；，\n|或]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const words = part.split(' ')
      return words.length > 1 && words.every((word) => word.replace(/-/g, '').length >= 7) ? words : [part]
    })
}

function readOne(part: string): PhoneReading {
  const scientific = SCIENTIFIC.exec(part.replace(/ /g, ''))
  if (scientific) {
    const [, lead = '', fraction = '', exponent = ''] = scientific
    // All digits are there only when the fraction is as long as the exponent says.
    if (fraction.length < Number(exponent)) return { ok: false, why: 'scientific' }
    return readOne(lead + fraction)
  }
  const compact = part.replace(/[ .()]/g, '').replace(/^(\+|00)86-?/, '')
  const digits = compact.replace(/-/g, '')
  if (MOBILE.test(digits)) return { ok: true, phone: digits }
  // A mobile number stored as a number with decimals: 13800138000.0 lost its point above.
  if (/^1[3-9]\d{9}0$/.test(digits) && /\.0$/.test(part)) return { ok: true, phone: digits.slice(0, -1) }
  const landline = LANDLINE.exec(compact)
  if (landline) {
    const [, area, number, extension] = landline
    return { ok: true, phone: extension ? `${area}-${number}-${extension}` : `${area}-${number}` }
  }
  if (SERVICE.test(compact) || LOCAL.test(compact)) return { ok: true, phone: compact }
  // 07968123456 typed as a number loses its 0.
  if (/^[2-9]\d{9,10}$/.test(digits)) return { ok: true, phone: splitArea(`0${digits}`), zeroLost: true }
  return { ok: false, why: 'invalid' }
}

/** Area codes of three digits: 010 and 02x. */
function splitArea(digits: string): string {
  const area = /^0(10|2\d)/.test(digits) ? 3 : 4
  return `${digits.slice(0, area)}-${digits.slice(area)}`
}
