import { useTranslation } from 'react-i18next'
import { type Course, PHASES, type Phase } from '../../../shared/domain/incident/course.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { type Shape, ShapeIcon } from '../../components/ShapeIcon.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { type Step, stepsOf } from './model.ts'
import './course.css'
import './incidents.css'

interface CourseViewProps {
  readonly course: Course
  /** When it was opened, ms, and by whom. */
  readonly openedMs: number
  readonly openedBy: string
  /** Whether it may be moved now. */
  readonly movable: boolean
  onAdvance(to: Phase): void
}

const SHAPES: Readonly<Record<Step['state'], Shape>> = {
  done: 'check',
  now: 'dot',
  unreported: 'triangle',
  coming: 'ring',
}

/** 接报 → 核实 → 处置 → 结束 → 归档. A later step is a button (keys 2–5); steps passed over stay 未报. */
export function CourseView({ course, openedMs, openedBy, movable, onAdvance }: CourseViewProps) {
  const { t } = useTranslation('incidents')
  return (
    <div className="incident-course">
      <ol>
        {stepsOf(course).map((step) => (
          <li key={step.phase} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            <span className="incident-step-name">
              <ShapeIcon shape={SHAPES[step.state]} />
              {step.state === 'coming' && movable ? (
                <button type="button" className="text-link incident-step-word" onClick={() => onAdvance(step.phase)}>
                  {t(`sentences:word.phase.${step.phase}`)} <kbd>{PHASES.indexOf(step.phase) + 1}</kbd>
                </button>
              ) : (
                <span className="incident-step-word">{t(`sentences:word.phase.${step.phase}`)}</span>
              )}
            </span>
            <span className="incident-step-when">
              <StepWhen step={step} openedMs={openedMs} openedBy={openedBy} />
            </span>
          </li>
        ))}
      </ol>
      {course.reopenings.length > 0 ? (
        <p className="muted">
          {course.reopenings.map(({ to, by, reason }) => (
            <span key={by.version} className="incident-reopening">
              <BeijingTime ms={hlcMs(by.hlc)} format="monthDay" />{' '}
              {t('reopened', { by: by.name, phase: t(`sentences:word.phase.${to}`), reason: reason ?? '' })}
            </span>
          ))}
        </p>
      ) : null}
      {course.ineffective.map(({ to, by }) => (
        <p key={by.version} className="incident-ineffective">
          <StatusTag tone="warn">{t('common:mark.ineffective')}</StatusTag>{' '}
          {t('ineffective', { by: by.name, phase: t(`sentences:word.phase.${to}`) })}{' '}
          <BeijingTime ms={hlcMs(by.hlc)} format="monthDay" />
        </p>
      ))}
    </div>
  )
}

interface StepWhenProps {
  readonly step: Step
  readonly openedMs: number
  readonly openedBy: string
}

function StepWhen({ step: { phase, state, move }, openedMs, openedBy }: StepWhenProps) {
  const { t } = useTranslation('incidents')
  if (state === 'unreported') return t('unreported')
  if (move)
    return (
      <>
        <BeijingTime ms={hlcMs(move.by.hlc)} format="monthDay" /> {move.by.name}
      </>
    )
  if (phase !== 'received') return null
  return (
    <>
      <BeijingTime ms={openedMs} format="monthDay" /> {openedBy}
    </>
  )
}
