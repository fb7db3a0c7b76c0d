import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly title: string
  /** What to do to have something here. */
  readonly hint?: string
  readonly action?: ReactNode
}

/** What a list says when there is nothing in it. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {hint ? <p>{hint}</p> : null}
      {action ? <div className="empty-action">{action}</div> : null}
    </div>
  )
}
