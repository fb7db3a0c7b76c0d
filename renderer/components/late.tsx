import { Component, type ComponentType, type ErrorInfo, type ReactNode, use } from 'react'
import { lateCode, UnreadError } from './lateCode.ts'
import { readLostStyles } from './lostStyles.ts'
import { UnreadPlace, type UnreadProps } from './Unread.tsx'

/**
 * A part of the page whose code is read when it is first drawn; it stands in a Suspense of whoever uses it. Where it cannot be read
 * (the disk is busy, a virus scanner holds the file) it says so in its place and reads it again when asked, so that nothing around
 * it is drawn anew and nothing typed is lost. React's own `lazy` keeps the failure for as long as the window is open.
 *
 * @param Unread What is said then: in its place, or as a dialog.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Unread: ComponentType<UnreadProps> = UnreadPlace,
): ComponentType<Props> {
  const code = lateCode(load, readLostStyles)
  function Code(props: Props) {
    const Read = use(code.read())
    return <Read {...props} />
  }
  return function Late(props: Props) {
    const { onClose } = props as Pick<UnreadProps, 'onClose'>
    return (
      <UnreadBoundary again={code.again} draw={(state) => <Unread {...state} onClose={onClose} />}>
        <Code {...props} />
      </UnreadBoundary>
    )
  }
}

interface UnreadBoundaryProps {
  again(): Promise<void>
  draw(state: Omit<UnreadProps, 'onClose'>): ReactNode
  readonly children: ReactNode
}

interface UnreadState {
  readonly error: unknown
  readonly pending: boolean
  readonly still: boolean
}

/** A fault in drawing what was read goes on to whoever answers for the room. */
class UnreadBoundary extends Component<UnreadBoundaryProps, UnreadState> {
  override state: UnreadState = { error: null, pending: false, still: false }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('[page]', error, info.componentStack)
  }

  private readonly again = async (): Promise<void> => {
    if (this.state.pending) return
    this.setState({ pending: true })
    try {
      await this.props.again()
      this.setState({ error: null, pending: false, still: false })
    } catch (error) {
      console.error('[page]', error)
      this.setState({ pending: false, still: true })
    }
  }

  override render(): ReactNode {
    const { error, pending, still } = this.state
    if (error === null) return this.props.children
    if (!(error instanceof UnreadError)) throw error
    return this.props.draw({ pending, still, onAgain: () => void this.again(), onReload: () => location.reload() })
  }
}
