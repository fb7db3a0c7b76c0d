import type { LogLine } from '../../../shared/ipc/log.ts'

export interface LogRoomViewProps {
  readonly title: string
  readonly text: string
  readonly lines: readonly LogLine[]
  onText(text: string): void
  onEnter(): void
}

export function LogRoomView({ title, text, lines, onText, onEnter }: LogRoomViewProps) {
  return (
    <section aria-label={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onEnter()
        }}
      >
        <input aria-label={title} value={text} onChange={(event) => onText(event.target.value)} />
      </form>
      <ol>
        {lines.map((line) => (
          <li key={line.id}>{typeof line.body.text === 'string' ? line.body.text : line.kind}</li>
        ))}
      </ol>
    </section>
  )
}
