import { describe, expect, it } from 'vitest'
import {
  assessDraft,
  chooseColumn,
  editCell,
  hasWork,
  issuesOf,
  rowsToImport,
  shownFields,
  toggleRow,
} from '../../../../renderer/features/roster/model.ts'
import { rosterPreviewStates } from '../../../../renderer/features/roster/states.ts'
import { rosterRows } from '../../../../shared/domain/team/roster/rows.ts'

const { draft } = rosterPreviewStates.states.issues ?? { draft: undefined }
if (!draft) throw new Error('no fixture')
const known = { teams: [], villages: [] }
const rows = (choices = draft.choices) => rosterRows(draft.table, '', choices)
const row = (number: number) => {
  const found = rows().find((one) => one.row === number)
  if (!found) throw new Error('no row')
  return found
}
const codes = (choices = draft.choices) =>
  issuesOf(assessDraft({ ...draft, choices }, known).rows).map(({ issue }) => `${issue.at} ${issue.code}`)

describe('the preview', () => {
  it('lists first what costs a row, then a cell, then what is only told', () => {
    expect(codes()).toEqual([
      'F7 memberNameMissing',
      'F9 duplicateRow',
      'H5 phoneScientific',
      'H6 phoneInvalid',
      'D8 phoneZeroLost',
      'H8 phoneShared',
      'H9 phoneShared',
    ])
  })

  it('takes a correction, and takes it back', () => {
    const mended = editCell(draft.choices, row(5), 'memberPhone', '13800000012')
    expect(codes(mended)).not.toContain('H5 phoneScientific')
    const named = editCell(mended, row(7), 'memberName', '周杰')
    expect(rows(named).find(({ row: number }) => number === 7)?.cells.memberName).toEqual({
      text: '周杰',
      kind: 'text',
      at: 'F7',
    })
    const emptied = editCell(draft.choices, row(6), 'memberPhone', ' ')
    expect(codes(emptied)).not.toContain('H6 phoneInvalid')
    expect(editCell(draft.choices, row(5), 'memberPhone', '1.38E+10')).toBe(draft.choices)
  })

  it('leaves a row out and takes it in again', () => {
    const out = toggleRow(draft.choices, '0:5')
    expect(codes(out)).not.toContain('H5 phoneScientific')
    expect(assessDraft({ ...draft, choices: out }, known).rows[1]?.action).toBe('out')
    expect(toggleRow(out, '0:5')).toEqual(draft.choices)
    const sent: readonly { readonly row: number; readonly letters?: unknown }[] = JSON.parse(
      rowsToImport({ ...draft, choices: out }),
    )
    expect(sent.map((one) => [one.row, 'letters' in one])).toEqual([4, 6, 7, 8, 9, 10].map((number) => [number, false]))
  })

  it('lets the person say what a column is; a field has one column', () => {
    expect(shownFields(draft)).not.toContain('memberSkills')
    const told = chooseColumn(draft, 0, 'I', 'memberSkills')
    expect(shownFields({ ...draft, choices: told })).toContain('memberSkills')
    const moved = chooseColumn(draft, 0, 'I', 'memberPhone')
    expect(moved.columns).toEqual({ '0:H': null, '0:I': 'memberPhone' })
    expect(rows(moved).some(({ cells }) => cells.memberPhone)).toBe(false)
    expect(rows(chooseColumn({ ...draft, choices: moved }, 0, 'H', 'memberPhone'))).toEqual(rows())
    expect(rows(chooseColumn(draft, 0, 'B', null)).some(({ cells }) => cells.village)).toBe(false)
  })

  it('has nothing to import when everything is left out', () => {
    const all = rows().reduce((choices, { key }) => toggleRow(choices, key), draft.choices)
    expect([hasWork(assessDraft(draft, known)), hasWork(assessDraft({ ...draft, choices: all }, known))]).toEqual([
      true,
      false,
    ])
  })
})
