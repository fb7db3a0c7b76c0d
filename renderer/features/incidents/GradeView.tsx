import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../../shared/domain/incident/levels.ts'
import type { ProposedGrade } from '../../../shared/ipc/grading.ts'
import { amountWords } from '../../components/amountWords.ts'
import { Button } from '../../components/Button.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import './facts.css'

export interface GradeViewProps {
  readonly proposal: ProposedGrade
  /** The grade the incident has now. */
  readonly level: Level
  readonly open: boolean
  readonly pending: boolean
  onAccept(): void
  onOther(): void
}

/** What a proposal rests on, in words: 死亡3人，达到3人以上. */
export function gradeReasons({ reasons }: ProposedGrade, t: TFunction): string {
  return reasons
    .map(({ field, value, from, official }) => {
      const words = {
        field: t(`figures:${field}`, { defaultValue: field }),
        amount: amountWords(value, t),
        unit: t(`figures:unit.${field}`, { defaultValue: '' }),
        from,
      }
      const said = t(from === null ? 'incidents:grade.below' : 'incidents:grade.reason', words)
      return official ? said : `${said}${t('incidents:grade.unverified')}`
    })
    .join(t('common:list.comma'))
}

/** 较大（Ⅲ级）; 一般 alone where the rule has no other name for it. */
function gradeWords({ level, name }: Pick<ProposedGrade, 'level' | 'name'>, t: TFunction): string {
  const word = t(`common:level.${level}`)
  return name === word ? word : `${word}${t('incidents:grade.name', { name })}`
}

/** The grade the rules propose for the figures, with its reason: the officer takes it or another. */
export function GradeView({ proposal, level, open, pending, onAccept, onOther }: GradeViewProps) {
  const { t } = useTranslation('incidents')
  const { source, name, ifMissingDead } = proposal
  const agrees = proposal.level === level
  return (
    <div className="incident-grade">
      <p>
        <span className="muted">{t('grade.title')}</span> <LevelMark level={proposal.level} />{' '}
        {name === t(`common:level.${proposal.level}`) ? null : <span>{t('grade.name', { name })}</span>}{' '}
        {agrees ? <StatusTag tone="good">{t('grade.agrees')}</StatusTag> : null}
        {source.confidence === 'low' ? <StatusTag tone="warn">{t('grade.lowConfidence')}</StatusTag> : null}
        {open && !agrees ? (
          <>
            <Button size="small" kind="primary" pending={pending} onClick={onAccept}>
              {t('grade.accept')}
            </Button>{' '}
            <Button size="small" onClick={onOther}>
              {t('grade.other')}
            </Button>
          </>
        ) : null}
      </p>
      <p>{gradeReasons(proposal, t)}</p>
      {ifMissingDead ? (
        <p className="incident-grade-if">{t('grade.ifDead', { level: gradeWords(ifMissingDead, t) })}</p>
      ) : null}
      <p className="muted">{t('grade.source', { document: source.document, article: source.article })}</p>
    </div>
  )
}
