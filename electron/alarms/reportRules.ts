import { readFileSync } from 'node:fs'
import type { ReportRules } from '../../shared/domain/report/clocks.ts'
import type { ReportClockName } from '../../shared/domain/report/events.ts'
import type { ClockRule, Rule } from '../../shared/domain/rules.ts'
import { addWorkingDays, nextMinuteOfDay, type WorkingDays, workingDaysFile } from '../../shared/domain/workingDays.ts'

const RULE_OF: Readonly<Record<ReportClockName, ClockRule>> = {
  firstPhone: 'report.first.phone',
  firstWritten: 'report.first.written',
  followUp: 'report.followUp.daily',
  verified: 'report.verified',
  approval: 'report.approval',
  relief: 'report.relief',
}

/** Limits of reporting from the rules as they were read. A clock without a rule does not run. */
export function reportRulesOf(
  rules: ReadonlyMap<string, Pick<Rule, 'value' | 'unit'>>,
  rulesHash: string,
  calendar: WorkingDays,
): ReportRules {
  return {
    due(clock, startAt) {
      const rule = RULE_OF[clock]
      const found = rules.get(rule)
      const dueAt = found && until(found, startAt, calendar)
      return dueAt === undefined ? undefined : { clock, rule, rulesHash, startAt, dueAt }
    },
  }
}

function until(
  { value, unit }: Pick<Rule, 'value' | 'unit'>,
  startAt: number,
  calendar: WorkingDays,
): number | undefined {
  switch (unit) {
    case 'minutes':
      return startAt + value * 60_000
    case 'minuteOfDay':
      return nextMinuteOfDay(startAt, value)
    case 'workingDays':
      return addWorkingDays(startAt, value, calendar)
    case 'percent':
    case 'times':
      return undefined
  }
}

/** Without the file only Saturdays and Sundays are days off: no limit is ever later for that but after a 调休. */
export function readWorkingDays(path: string): WorkingDays {
  try {
    return workingDaysFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    console.error('[rules] workingDays.json', error)
    return { off: [], on: [] }
  }
}
