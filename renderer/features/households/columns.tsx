import type { TFunction } from 'i18next'
import type { HouseholdLine } from '../../../shared/ipc/households.ts'
import type { LedgerColumn } from '../../components/ledger/column.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { vulnerableText } from './model.ts'

/** Columns of the register of households. */
export function householdColumns(t: TFunction): readonly LedgerColumn<HouseholdLine>[] {
  return [
    { key: 'village', title: t('households:field.village'), width: 130, value: ({ village }) => village.name },
    { key: 'group', title: t('households:field.group'), width: 90, value: ({ group }) => group || null },
    { key: 'name', title: t('households:field.name'), width: 110, pinned: true, value: ({ name }) => name },
    { key: 'people', title: t('households:field.people'), width: 86, align: 'end', value: ({ people }) => people },
    { key: 'zone', title: t('households:field.zone'), value: ({ zone }) => zone || null },
    {
      key: 'vulnerable',
      title: t('households:field.vulnerable'),
      value: ({ vulnerable }) => vulnerableText(vulnerable) || null,
    },
    {
      key: 'keeper',
      title: t('households:field.keeper'),
      width: 120,
      value: ({ keeper }) => keeper?.name ?? t('households:noKeeper'),
      render: ({ keeper, retired }) =>
        keeper || retired !== null ? keeper?.name : <StatusTag tone="bad">{t('households:noKeeper')}</StatusTag>,
    },
    {
      key: 'keeperPhone',
      title: t('households:field.keeperPhone'),
      width: 140,
      value: ({ keeper }) => keeper?.phone || null,
    },
    { key: 'phone', title: t('households:field.phone'), width: 140, value: ({ phone }) => phone || null },
    { key: 'note', title: t('households:field.note'), width: 140, hidden: true, value: ({ note }) => note || null },
    {
      key: 'retired',
      title: t('households:field.retired'),
      width: 160,
      hidden: true,
      value: ({ retired }) => retired,
    },
  ]
}
