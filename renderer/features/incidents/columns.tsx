import type { TFunction } from 'i18next'
import type { Classification } from '../../../shared/domain/classification.ts'
import { nameOf } from '../../../shared/domain/classification.ts'
import { PHASES } from '../../../shared/domain/incident/course.ts'
import { LIFE_FIELDS } from '../../../shared/domain/incident/figures.ts'
import { levelRank } from '../../../shared/domain/incident/levels.ts'
import type { CallRow } from '../../../shared/ipc/calls.ts'
import type { FigureSummary, IncidentRow } from '../../../shared/ipc/incidents.ts'
import { amountWords } from '../../components/amountWords.ts'
import { BeijingTime, formatBeijing } from '../../components/BeijingTime.tsx'
import { heading } from '../../components/heading.ts'
import { LevelMark } from '../../components/LevelMark.tsx'
import type { LedgerColumn } from '../../components/ledger/column.ts'
import { StatusTag } from '../../components/StatusTag.tsx'

const when = (ms: number | null) => (ms === null ? null : formatBeijing(ms, 'full'))
const shortWhen = (ms: number) => <BeijingTime ms={ms} format="monthDay" />

/** What a ledger says of one figure: the official value; else what was said, every different thing of it. Never a sum. */
export function figureWords(figures: readonly FigureSummary[], field: string, t: TFunction): string | null {
  const found = figures.find((one) => one.field === field)
  if (!found) return null
  if (found.official) return amountWords(found.official.value, t)
  return t('incidents:ledger.said', { amounts: found.said.map((amount) => amountWords(amount, t)).join('/') })
}

export function incidentColumns(
  t: TFunction,
  { types }: Classification,
  language: string,
): readonly LedgerColumn<IncidentRow>[] {
  const name = (field: string) => heading(t(`sentences:word.incidentField.${field}`))
  return [
    { key: 'no', title: t('incidents:ledger.no'), value: ({ no }) => no, width: 104, pinned: true },
    {
      key: 'level',
      title: name('level'),
      value: ({ level }) => t(`common:level.${level}`),
      render: ({ level }) => <LevelMark level={level} />,
      compare: (a, b) => levelRank(a.level) - levelRank(b.level),
      width: levelWidth(language),
    },
    {
      key: 'title',
      title: name('title'),
      value: ({ title }) => title,
      render: (row) => (
        <>
          {row.title} {row.conflicts > 0 ? <StatusTag tone="warn">{t('common:mark.concurrent')}</StatusTag> : null}
          {row.known ? null : <StatusTag tone="mute">{t('incidents:stub')}</StatusTag>}
        </>
      ),
    },
    {
      key: 'phase',
      title: t('incidents:ledger.state'),
      value: (row) => stateWords(row, t),
      compare: (a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase),
      width: 112,
    },
    ...LIFE_FIELDS.map(
      (field): LedgerColumn<IncidentRow> => ({
        key: field,
        title: t(`figures:${field}`),
        value: ({ figures }) => figureWords(figures, field, t),
        width: 98,
      }),
    ),
    {
      key: 'type',
      title: name('type'),
      value: ({ type, typeName }) => (type ? nameOf(types, { key: type, name: typeName }, language) : null),
      width: 120,
      hidden: true,
    },
    { key: 'village', title: name('village'), value: ({ villageName }) => villageName || null, width: 104 },
    { key: 'calls', title: t('incidents:ledger.calls'), value: ({ calls }) => calls, width: 74, align: 'end' },
    {
      key: 'openedMs',
      title: t('incidents:ledger.opened'),
      value: ({ openedMs }) => when(openedMs),
      render: ({ openedMs }) => shortWhen(openedMs),
      width: 112,
    },
    {
      key: 'changedMs',
      title: t('incidents:ledger.changed'),
      value: ({ changedMs }) => when(changedMs),
      render: ({ changedMs }) => shortWhen(changedMs),
      width: 112,
    },
    { key: 'atMs', title: name('at'), value: ({ atMs }) => when(atMs), width: 148, hidden: true },
    { key: 'place', title: name('place'), value: ({ place }) => place || null, width: 150, hidden: true },
    {
      key: 'bodies',
      title: t('incidents:ledger.bodies'),
      value: ({ bodies }) => bodies.join(t('common:list.comma')) || null,
      width: 130,
      hidden: true,
    },
  ]
}

/** 特别重大, “Especially serious”: a level is never cut off. */
function levelWidth(language: string): number {
  return language === 'en' ? 166 : 110
}

/** Where it stands: its step, or what was made of it. */
function stateWords({ standing, phase, mergedInto }: IncidentRow, t: TFunction): string {
  if (standing === 'merged') return t('incidents:ledger.merged', { no: mergedInto?.no ?? '' })
  const word = standing === 'open' ? t(`sentences:word.phase.${phase}`) : t(`incidents:standing.${standing}`)
  return heading(word)
}

export function callColumns(
  t: TFunction,
  { sources }: Classification,
  language: string,
): readonly LedgerColumn<CallRow>[] {
  return [
    { key: 'no', title: t('incidents:ledger.callNo'), value: ({ no }) => no, width: 112, pinned: true },
    {
      key: 'reportedMs',
      title: t('incidents:callField.reportedAt'),
      value: ({ reportedMs }) => when(reportedMs),
      width: 148,
    },
    {
      key: 'source',
      title: t('incidents:callField.source'),
      value: ({ source, sourceName }) => nameOf(sources, { key: source, name: sourceName }, language),
      width: 120,
    },
    {
      key: 'about',
      title: t('incidents:ledger.about'),
      value: ({ about }) => about || null,
      render: (row) => (
        <>
          {row.about} {row.unconfirmed ? <StatusTag tone="warn">{t('incidents:ledger.unconfirmed')}</StatusTag> : null}
          {row.voided ? <StatusTag tone="bad">{t('common:mark.voided')}</StatusTag> : null}
          {row.conflicts > 0 ? <StatusTag tone="warn">{t('common:mark.concurrent')}</StatusTag> : null}
        </>
      ),
    },
    {
      key: 'level',
      title: heading(t('sentences:word.incidentField.level')),
      value: ({ level }) => t(`common:level.${level}`),
      render: ({ level }) => <LevelMark level={level} />,
      compare: (a, b) => levelRank(a.level) - levelRank(b.level),
      width: levelWidth(language),
    },
    {
      key: 'incident',
      title: t('incidents:ledger.incident'),
      value: ({ incident }) => (incident ? `${incident.no} ${incident.title}` : null),
    },
  ]
}
