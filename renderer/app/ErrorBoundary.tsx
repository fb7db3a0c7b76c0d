import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'

export interface ErrorBoundaryProps {
  /** Changing it (another room) tries again. */
  readonly at?: string
  /** Shown instead of what failed; a page that can be opened again when not given. */
  readonly instead?: ReactNode
  onFault?(): void
  readonly children: ReactNode
}

/**
 * A fault of one room's drawing ends there: the frame, the other rooms and F2 go on. What was recorded is on disk and drafts
 * are kept by the desk, so drawing the room anew brings them back.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('[page]', error, info.componentStack)
    this.props.onFault?.()
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.at !== this.props.at && this.state.failed) this.setState({ failed: false })
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    if (this.props.instead !== undefined) return this.props.instead
    return <Fault onAgain={() => this.setState({ failed: false })} />
  }
}

export function Fault({ onAgain }: { onAgain(): void }) {
  const { t } = useTranslation()
  return (
    <div className="whole" role="alert">
      <h1>{t('fault.title')}</h1>
      <p>{t('fault.text')}</p>
      <Button kind="primary" onClick={onAgain}>
        {t('fault.again')}
      </Button>
    </div>
  )
}
