import { type ReactNode, useId } from 'react'

export interface PanelProps {
  readonly title: string
  /** The title is read aloud but not shown. */
  readonly untitled?: boolean
  readonly actions?: ReactNode
  /** Takes the room that is left and scrolls inside. */
  readonly fill?: boolean
  /** No inner margin, for lists and ledgers. */
  readonly flush?: boolean
  /** Page of the manual that F1 opens while the focus is in it; the room's when not given. */
  readonly help?: string
  readonly children: ReactNode
}

/** A bordered part of a room, and a landmark with its title as name. */
export function Panel({ title, untitled = false, actions, fill = false, flush = false, help, children }: PanelProps) {
  const id = useId()
  const classes = ['panel', fill && 'panel-fill', flush && 'panel-flush'].filter(Boolean).join(' ')
  return (
    <section className={classes} data-help={help} {...(untitled ? { 'aria-label': title } : { 'aria-labelledby': id })}>
      {untitled ? null : (
        <header className="panel-head">
          <h2 id={id}>{title}</h2>
          {actions ? <div className="panel-actions">{actions}</div> : null}
        </header>
      )}
      <div className="panel-body">{children}</div>
    </section>
  )
}
