import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../components/errorSentence.ts'
import { useAct } from '../components/useAct.ts'
import { CannotOpenView } from './CannotOpenView.tsx'

/** Instead of the console when its data folder cannot be used: what happened, what is safe, what to do. */
export function CannotOpen({ error }: { readonly error: Error }) {
  const { i18n } = useTranslation()
  const client = useQueryClient()
  const reopen = useAct('store.reopen', { quiet: true })
  const again = async () => {
    await reopen.run(null)
    await client.invalidateQueries()
  }
  return <CannotOpenView sentence={errorSentence(error, i18n)} pending={reopen.pending} onAgain={() => void again()} />
}
