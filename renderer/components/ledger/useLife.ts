import { useEffect, useState } from 'react'

/**
 * A number that is another one after the room was hidden. AgGridReact gives up its grid then and makes a new one when the room is
 * shown again, out of the rows of its very first drawing: the ledger would be empty although there are records. A new one begins
 * with the rows of now.
 */
export function useLife(): number {
  const [life, setLife] = useState(0)
  useEffect(() => {
    return () => setLife((before) => before + 1)
  }, [])
  return life
}
