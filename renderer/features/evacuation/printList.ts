import type { TFunction } from 'i18next'
import type { EvacuationLine } from '../../../shared/ipc/evacuations.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import type { PrintSheet } from '../../components/print/printSheet.ts'
import { rowsOf, stateOf } from './model.ts'

/** The list on paper, for whoever goes from door to door: a column stays free for a tick. */
export function evacuationSheet(
  lists: readonly EvacuationLine[],
  incident: { readonly no: string; readonly title: string },
  t: TFunction,
): Omit<PrintSheet, 'facts'> & { readonly facts: readonly string[] } {
  const titles = ['village', 'group', 'name', 'people', 'phone', 'vulnerable', 'keeper', 'state', 'tick'] as const
  return {
    title: t('evacuation:print.title', { no: incident.no, title: incident.title }),
    facts: [...new Set(lists.flatMap(({ orders }) => orders.map(({ shelter }) => shelter)))]
      .filter((shelter) => shelter !== '')
      .map((name) => t('evacuation:shelter', { name })),
    columns: titles.map((column) => ({ title: t(`evacuation:print.${column}`) })),
    rows: rowsOf(lists).map(({ list, household }) => {
      const { mark, keeper, vulnerable } = household
      const state = t(`sentences:word.householdState.${stateOf(household)}`)
      return [
        list.village.name,
        household.group,
        household.name,
        household.people,
        household.phone,
        vulnerable
          .map(({ name, kind }) => (kind ? t('common:list.remark', { what: name, remark: kind }) : name))
          .join(t('common:list.comma')),
        keeper ? `${keeper.name} ${keeper.phone}`.trim() : null,
        mark && mark.state !== 'listed' ? `${state} ${formatBeijing(mark.at, 'time')}` : state,
        null,
      ]
    }),
    signatures: [t('evacuation:print.signature')],
  }
}
