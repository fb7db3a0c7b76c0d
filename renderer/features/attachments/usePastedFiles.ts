import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '../../components/isTyping.ts'
import { isTextFor } from './model.ts'

/** Files pasted anywhere on the page, such as a screenshot; text pasted into a field stays text. Null: nobody takes them now. */
export function usePastedFiles(onFiles: ((files: readonly File[]) => void) | null): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (!onFiles || files.length === 0 || document.querySelector('dialog[open]')) return
    if (isTextFor(isTyping(event.target), event.clipboardData?.types ?? [])) return
    event.preventDefault()
    onFiles(files)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => paste(event)
    window.addEventListener('paste', listener)
    return () => window.removeEventListener('paste', listener)
  }, [])
}
