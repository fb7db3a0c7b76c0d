import type { TFunction } from 'i18next'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import type { LedgerColumn } from '../../components/ledger/column.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { stateOf } from './model.ts'

/** Columns of the village ledger. */
export function villageColumns(t: TFunction): readonly LedgerColumn<VillageLine>[] {
  const responsible = (village: VillageLine) => village.responsible?.name ?? t('villages:nobody')
  const state = (village: VillageLine) =>
    t(`villages:state.${stateOf(village)}`, { into: village.merged?.name ?? '', reason: village.retired ?? '' })
  return [
    { key: 'name', title: t('villages:column.name'), pinned: true, width: 200, value: ({ name }) => name },
    { key: 'code', title: t('villages:column.code'), width: 150, value: ({ code }) => code || null },
    {
      key: 'responsible',
      title: t('villages:column.responsible'),
      value: responsible,
      render: (village) =>
        village.responsible || stateOf(village) !== 'active' ? (
          village.responsible?.name
        ) : (
          <StatusTag tone="bad">{responsible(village)}</StatusTag>
        ),
    },
    {
      key: 'phone',
      title: t('villages:column.phone'),
      width: 160,
      value: (village) => village.responsible?.phone || null,
    },
    { key: 'state', title: t('villages:column.state'), width: 220, value: state },
    {
      key: 'contested',
      title: t('people:column.contested'),
      width: 120,
      hidden: true,
      value: ({ contested }) => (contested.length > 0 ? t('common:mark.concurrent') : null),
    },
  ]
}
