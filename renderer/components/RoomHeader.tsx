import type { ReactNode } from 'react'

export interface RoomHeaderProps {
  readonly title: string
  /** One short line beside the title, such as a count. */
  readonly note?: ReactNode
  /** Buttons at the right; the most used one last. */
  readonly children?: ReactNode
}

/** First line of every room. */
export function RoomHeader({ title, note, children }: RoomHeaderProps) {
  return (
    <header className="room-header">
      <h1>{title}</h1>
      {note === undefined ? null : <span className="room-header-note">{note}</span>}
      <div className="room-header-actions">{children}</div>
    </header>
  )
}
