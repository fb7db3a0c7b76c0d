import type { Amount } from '../values.ts'
import { LINE_FIGURES } from './claims.ts'
import type { Found, LineReading } from './readLine.ts'
import { localMinute } from './times.ts'

type Field = string | number | (Amount & object) | object

/** The reading as `npm run intake` writes it: keys that are not known are absent, an amount is n, {min, max} or {about}. */
export function lineJson(reading: LineReading): { readonly [key: string]: Field } {
  const fields: Record<string, Field> = {}
  const evidence: Record<string, readonly [number, number]> = {}
  const put = <Value>(key: string, found: Found<Value> | undefined, as: (value: Value) => Field | undefined) => {
    const value = found && as(found.value)
    if (!found || value === undefined) return
    fields[key] = value
    evidence[key] = found.evidence
  }
  const same = (value: string) => value
  put('type', reading.type, same)
  put('village', reading.village, same)
  put('group', reading.group, same)
  put('at', reading.at, localMinute)
  for (const figure of LINE_FIGURES) put(figure, reading.figures[figure], plainAmount)
  put('caller', reading.caller, same)
  put('phone', reading.phone, same)
  put('source', reading.source, same)
  put('needs', reading.needs, same)
  if (Object.keys(fields).length === 0) return {}
  const contradictions = reading.contradictions.map(({ field, said }) => ({
    field,
    said: said.map(({ value, evidence: at }) => ({
      value: typeof value === 'string' ? value : plainAmount(value),
      evidence: at,
    })),
  }))
  return { ...fields, evidence, ...(contradictions.length > 0 ? { contradictions } : {}) }
}

function plainAmount(amount: Amount): number | (Amount & object) | undefined {
  if (amount === null) return undefined
  return 'n' in amount ? amount.n : amount
}
