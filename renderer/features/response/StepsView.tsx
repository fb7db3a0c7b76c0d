import type { TFunction } from 'i18next'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CARD_PARTS, type CardPart } from '../../../shared/domain/card/card.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { type Shape, ShapeIcon } from '../../components/ShapeIcon.tsx'
import { neighbour, type StepLine } from './model.ts'
import './steps.css'

export interface StepsViewProps {
  readonly lines: readonly StepLine[]
  /** Key of the step the keys act on. */
  readonly current: string | null
  /** Titles of the cards by id, when there are several at hand. */
  readonly cardTitles: Readonly<Record<string, string>>
  /** Stands below the first five minutes. */
  readonly children?: ReactNode
  onCurrent(key: string): void
  /** Enter, Space or a press: tick it, or ask why a tick is taken back. */
  onTick(line: StepLine): void
}

const SHAPES: Readonly<Record<'open' | 'assigned' | 'done' | 'notApplicable', Shape>> = {
  open: 'ring',
  assigned: 'arrow',
  done: 'check',
  notApplicable: 'cross',
}

/** The steps of the first half hour: one stop for Tab, the arrows walk, Enter ticks. */
export function StepsView(props: StepsViewProps) {
  const { t } = useTranslation('response')
  return (
    <div className="board-steps">
      {CARD_PARTS.map((part) => (
        <div key={part} className="board-part-column">
          <PartView part={part} title={t(`part.${part}`)} {...props} />
          {part === 'firstFive' ? props.children : null}
        </div>
      ))}
    </div>
  )
}

function PartView({
  part,
  title,
  lines,
  ...props
}: StepsViewProps & { readonly part: CardPart; readonly title: string }) {
  const { t } = useTranslation('response')
  const own = lines.filter((line) => line.part === part)
  const open = own.filter(({ settled }) => !settled).length
  return (
    <section className="board-part" aria-label={title}>
      <h3>
        {title}
        <span className="muted board-part-left">
          {open === 0 ? t('steps.allSettled') : t('steps.left', { count: open, all: own.length })}
        </span>
      </h3>
      <ul>
        {own.map((line) => (
          <StepRow key={line.key} line={line} lines={lines} {...props} />
        ))}
      </ul>
    </section>
  )
}

function StepRow({
  line,
  lines,
  current,
  cardTitles,
  onCurrent,
  onTick,
}: StepsViewProps & { readonly line: StepLine }) {
  const { t } = useTranslation('response')
  const button = useRef<HTMLButtonElement>(null)
  const isCurrent = current === line.key
  const state = line.mark?.state ?? 'open'
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -lines.length, End: lines.length }[event.key]
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const next = neighbour(lines, line.key, by)
    if (next) onCurrent(next)
  }
  useEffect(() => {
    // The keys moved to this step from another one: the focus goes along.
    const { activeElement } = document
    if (isCurrent && activeElement instanceof HTMLElement && activeElement.closest('.board-steps'))
      button.current?.focus()
  }, [isCurrent])
  const title = cardTitles[line.card]
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="board-step"
        data-state={state}
        data-current={isCurrent || undefined}
        tabIndex={isCurrent ? 0 : -1}
        aria-pressed={line.settled}
        onFocus={() => onCurrent(line.key)}
        onKeyDown={onKeyDown}
        onClick={() => onTick(line)}
      >
        <span className="board-step-shape">
          <ShapeIcon shape={SHAPES[state]} />
        </span>
        <span className="board-step-words">
          <span className="board-step-text">{line.text}</span>
          <span className="board-step-facts">
            {title ? <span className="board-step-card">{title}</span> : null}
            <StepFacts line={line} t={t} />
          </span>
        </span>
      </button>
    </li>
  )
}

/** Who, when, by what means; the tasks it was made into. */
function StepFacts({ line, t }: { readonly line: StepLine; readonly t: TFunction<'response'> }) {
  const { mark, tasks } = line
  if (!mark) return null
  const word = mark.state === 'open' ? t('steps.takenBack') : t(`stepState.${mark.state}`)
  const { undone } = mark
  return (
    <>
      {undone ? (
        <s>
          {t(`stepState.${undone.state}`)} {undone.by} <BeijingTime ms={undone.at} format="time" />
        </s>
      ) : null}
      <span>
        {word} {mark.by} <BeijingTime ms={mark.at} format="time" />
        {mark.means ? ` · ${t(`sentences:word.means.${mark.means}`)}` : ''}
      </span>
      {mark.note ? <span>{mark.note}</span> : null}
      {tasks.map((task) => (
        <span key={task.id}>
          {task.no} {task.recipient.name} {t(`tasks:status.${task.status}`)}
        </span>
      ))}
    </>
  )
}
