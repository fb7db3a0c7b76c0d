import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../call.ts'
import { OpeningView } from './OpeningView.tsx'

/** An opening that takes longer than this is told, ms. */
const PATIENCE = 1_000

/** While the desk is opening: an empty page in the right colour for some tens of milliseconds, seldom a reason why it takes longer. */
export function Opening() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  const { data } = useQuery({
    queryKey: ['opening'],
    queryFn: () => call('console.opening', null),
    enabled: late,
    refetchInterval: 300,
  })
  return data ? <OpeningView progress={data} /> : <div className="whole" aria-busy="true" />
}
