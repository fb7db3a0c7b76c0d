import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/**
 * Puts a sheet (class `print-only`) beside the page for as long as `save` takes it; when `save` says that the host cannot, opens the
 * system's print dialog instead.
 */
export async function printAside(sheet: ReactNode, save: () => Promise<boolean>): Promise<void> {
  const element = document.createElement('div')
  document.body.append(element)
  document.body.dataset.printing = 'sheet'
  const root = createRoot(element)
  flushSync(() => root.render(sheet))
  const done = () => {
    window.removeEventListener('afterprint', done)
    delete document.body.dataset.printing
    root.unmount()
    element.remove()
  }
  if (await save()) done()
  else {
    window.addEventListener('afterprint', done)
    window.print()
  }
}
