import type { SaidText } from './caller.ts'

const SPOKEN: Readonly<Record<string, string>> = {
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  幺: '1',
  妖: '1',
  两: '2',
  洞: '0',
  拐: '7',
  勾: '9',
}
const DIGIT = `[\\d${Object.keys(SPOKEN).join('')}]`
const PHONES: readonly RegExp[] = [
  new RegExp(`(?<!${DIGIT})[1一幺妖](?:[ ,、-]?${DIGIT}){10}(?!${DIGIT})`, 'u'),
  new RegExp(`(?<!${DIGIT})[0零洞](?:${DIGIT}){2,3}[ -]?(?:[ ]?${DIGIT}){7,8}(?!${DIGIT})`, 'u'),
  new RegExp(
    `(?:(?:电话|座机|号码|回电|打)(?:号码?)?(?:是|:|为|,)?|(?:座机|号码)[^,.;\\d]{0,6}|联系人[^,.;\\d]{0,6},)(?<local>[2-8二三四五六七八](?:[ -]?${DIGIT}){6,7})(?!${DIGIT}|人|户)`,
    'u',
  ),
]

/** A mobile or landline number, in figures or spoken digit by digit; an area code keeps its stroke. */
export function readPhone(text: string): SaidText | undefined {
  for (const pattern of PHONES) {
    const match = pattern.exec(text)
    if (!match) continue
    const said = match.groups?.local ?? match[0]
    const from = match.index + match[0].lastIndexOf(said)
    const digits = [...said].map((character) => SPOKEN[character] ?? character).join('')
    const number = digits.startsWith('0') ? digits.replace(/ /g, '') : digits.replace(/[^\d]/g, '')
    if (digits.startsWith('1') && !/^1[3-9]/.test(number)) continue
    return { text: number, from, to: from + said.length }
  }
  return undefined
}
