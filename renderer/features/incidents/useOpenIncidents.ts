import { useMemo } from 'react'
import type { PickOption } from '../../components/pickOptions.ts'
import { useDesk } from '../../useDesk.ts'

const MOST = 500

/** Incidents something can be put to, the newest first, but not this one. */
export function useOpenIncidents(except: string): readonly PickOption[] {
  const { data } = useDesk(
    'incident.page',
    { filter: { standings: ['open'] }, sort: 'openedMs', descending: true, offset: 0, limit: MOST },
    ['incident', 'call'],
  )
  return useMemo(
    () =>
      (data?.rows ?? [])
        .filter(({ id }) => id !== except)
        .map(({ id, no, title, villageName, typeName }) => ({
          id,
          label: `${no} ${title}`,
          note: villageName,
          words: `${title} ${typeName}`,
        })),
    [data, except],
  )
}
