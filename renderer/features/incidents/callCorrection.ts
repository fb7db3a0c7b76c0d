import { formatAmount } from '../../../shared/domain/amountText.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { formatMoment } from '../../components/momentText.ts'
import { emptyForm, type IntakeForm, type IntakeLists, type Problems, readForm } from '../intake/model.ts'
import type { CallView } from './model.ts'

/** A recorded call as the intake form would have it, to be corrected in the same fields. */
export function formOfCall({ fields, figures }: CallView, { classification }: IntakeLists, now: number): IntakeForm {
  const known = classification.sources.some(({ key }) => key === fields.source.key && key !== 'other')
  return {
    ...emptyForm(fields.reportedAt),
    source: known ? fields.source.key : fields.source.name,
    callerName: fields.caller.name ?? '',
    callerPhone: fields.caller.phone ?? '',
    callerPost: fields.caller.post ?? '',
    reportedAt: formatMoment(fields.reportedAt, now),
    at: fields.at === null ? '' : formatMoment(fields.at, now),
    village: fields.village?.id ?? '',
    place: fields.place,
    type: fields.type?.key ?? '',
    level: fields.level,
    figures: Object.fromEntries(Object.entries(figures).map(([field, amount]) => [field, formatAmount(amount)])),
    description: fields.description,
    measures: fields.measures,
    requests: fields.requests,
  }
}

type Correction = Pick<ArgsOf<'call.correct'>, 'set' | 'figures' | 'withdrawn'>
export type ReadCorrection =
  | { readonly ok: true; readonly correction: Correction }
  | { readonly ok: false; readonly problems: Problems }

/** What was changed in the form, and nothing else: a field left as it was is not touched, whoever changes it meanwhile. */
export function correctionOf(before: IntakeForm, after: IntakeForm, lists: IntakeLists, now: number): ReadCorrection {
  const read = readForm(after, lists, now, false)
  if (!read.ok) return read
  const { call } = read
  const changed = (...fields: readonly (keyof IntakeForm)[]) => fields.some((field) => before[field] !== after[field])
  const set: Correction['set'] = {
    ...(changed('reportedAt') ? { reportedAt: call.reportedAt } : {}),
    ...(changed('at') ? { at: call.at ?? null } : {}),
    ...(changed('source') ? { source: call.source } : {}),
    ...(changed('callerName', 'callerPhone', 'callerPost') ? { caller: call.caller ?? {} } : {}),
    ...(changed('village') ? { village: call.village ?? null } : {}),
    ...(changed('place') ? { place: call.place ?? '' } : {}),
    ...(changed('type') ? { type: call.type ?? null } : {}),
    ...(changed('level') ? { level: call.level } : {}),
    ...(changed('description') ? { description: call.description ?? '' } : {}),
    ...(changed('measures') ? { measures: call.measures ?? '' } : {}),
    ...(changed('requests') ? { requests: call.requests ?? '' } : {}),
  }
  const touched = Object.keys({ ...before.figures, ...after.figures }).filter(
    (field) => (before.figures[field] ?? '').trim() !== (after.figures[field] ?? '').trim(),
  )
  const figures = Object.fromEntries(Object.entries(call.figures).filter(([field]) => touched.includes(field)))
  const withdrawn = touched.filter((field) => (after.figures[field] ?? '').trim() === '')
  return {
    ok: true,
    correction: {
      set,
      ...(Object.keys(figures).length > 0 ? { figures } : {}),
      ...(withdrawn.length > 0 ? { withdrawn } : {}),
    },
  }
}

export function isNoCorrection({ set, figures, withdrawn }: Correction): boolean {
  return Object.keys(set).length === 0 && figures === undefined && withdrawn === undefined
}
