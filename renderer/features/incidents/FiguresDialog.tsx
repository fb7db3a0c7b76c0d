import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../../shared/domain/amountText.ts'
import type { FigureKind } from '../../../shared/domain/classification.ts'
import type { Figures } from '../../../shared/domain/incident/figures.ts'
import type { Amount } from '../../../shared/domain/values.ts'
import { TextField } from '../../components/TextField.tsx'
import type { Draft } from '../../components/useDraft.ts'
import { FigureFields } from '../intake/FigureFields.tsx'
import type { Problems } from '../intake/model.ts'
import { parseWhen } from '../intake/when.ts'
import { ActDialog, type ActDialogFrame } from './ActDialog.tsx'
import { EMPTY_FIGURES, type FiguresDraft, figuresDraftOf } from './figuresDraft.ts'
import './incidents.css'

export interface FiguresClaim {
  readonly at: number
  readonly source: string
  readonly figures: Figures
  readonly note: string
}

export interface FiguresDialogProps extends ActDialogFrame {
  readonly kinds: readonly FigureKind[]
  readonly now: number
  /** What was left of an earlier time; what is typed is kept. */
  readonly draft: Pick<Draft<FiguresDraft>, 'found' | 'keep'>
  onConfirm(claim: FiguresClaim): void
}

/** Figures that came without a call of their own: from the county, from checking on the spot. They stand beside the others. */
export function FiguresDialog({ kinds, now, draft, onConfirm, ...frame }: FiguresDialogProps) {
  const { t } = useTranslation('incidents')
  const [form, setForm] = useState(draft.found ?? EMPTY_FIGURES)
  const { figures: typed, source, at, note } = form
  const change = (part: Partial<FiguresDraft>) => {
    const next = { ...form, ...part }
    setForm(next)
    draft.keep(figuresDraftOf(next, now))
  }
  const [problems, setProblems] = useState<Problems>({})
  const confirm = () => {
    const read = readFigures(typed)
    const atMs = at.trim() === '' ? now : parseWhen(at, now)
    const found = {
      ...read.problems,
      ...(source.trim() === '' ? { source: 'source' } : {}),
      ...(atMs === null ? { at: 'time' } : {}),
    }
    setProblems(found)
    if (Object.keys(found).length === 0 && atMs !== null)
      onConfirm({ at: atMs, source: source.trim(), figures: read.figures, note: note.trim() })
  }
  const problem = (field: string) => (problems[field] ? t(`intake:problem.${problems[field]}`) : undefined)
  return (
    <ActDialog
      {...frame}
      wide
      title={t('claim.title')}
      explanation={t('claim.explanation')}
      confirm={t('claim.confirm')}
      onConfirm={confirm}
    >
      <div className="incident-grid">
        <TextField
          label={t('claim.source')}
          required
          autoFocus
          maxLength={200}
          placeholder={t('claim.sourceHint')}
          value={source}
          problem={problem('source')}
          onChange={(text) => change({ source: text })}
        />
        <TextField
          label={t('claim.at')}
          placeholder={t('claim.now')}
          value={at}
          problem={problem('at')}
          onChange={(text) => change({ at: text })}
        />
      </div>
      <FigureFields
        kinds={kinds}
        typed={typed}
        problems={problems}
        onChange={(field, value) => change({ figures: { ...typed, [field]: value } })}
      />
      <TextField label={t('claim.note')} maxLength={200} value={note} onChange={(text) => change({ note: text })} />
    </ActDialog>
  )
}

function readFigures(typed: Readonly<Record<string, string>>) {
  const figures: Record<string, Amount> = {}
  const problems: Record<string, string> = {}
  for (const [field, text] of Object.entries(typed)) {
    const amount = text.trim() === '' ? undefined : parseAmount(text)
    if (amount !== undefined) figures[field] = amount
    else if (text.trim() !== '') problems[`figures.${field}`] = 'figure'
  }
  return { figures, problems }
}
