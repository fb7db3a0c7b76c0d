import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGES } from '../../../shared/ipc/languages.ts'
import { printNow } from '../../components/print/usePrint.tsx'
import { HelpView } from './HelpView.tsx'
import { loadManual } from './loadManual.ts'
import type { Manual } from './manual.ts'
import { PageText } from './PageText.tsx'

export interface HelpProps {
  /** The page of where the person is; one that is not in the manual opens the first. */
  readonly page: string
  onClose(): void
}

/** The manual in the language of this console. */
export function Help({ page, onClose }: HelpProps) {
  const { i18n } = useTranslation('help')
  const [manual, setManual] = useState<Manual | null>(null)
  const [chosen, setChosen] = useState(page)
  const [typed, setTyped] = useState('')
  const language = [i18n.language].find(isLanguage) ?? LANGUAGES[0]
  useEffect(() => {
    let gone = false
    void loadManual(language).then(
      (texts) => gone || setManual(texts),
      // To whoever draws this: it says so in place of the manual.
      (error: unknown) =>
        gone ||
        setManual(() => {
          throw error
        }),
    )
    return () => {
      gone = true
    }
  }, [language])
  const open = manual && manual[chosen] === undefined ? 'start' : chosen
  return (
    <HelpView
      manual={manual}
      page={open}
      typed={typed}
      onPage={setChosen}
      onTyped={setTyped}
      onPrint={() => {
        const text = manual?.[open]
        if (text === undefined) return
        printNow(
          <div className="print-only sheet help-sheet">
            <PageText text={text} />
          </div>,
          i18n,
        )
      }}
      onClose={onClose}
    />
  )
}
