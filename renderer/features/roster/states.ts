import { NO_CHOICES } from '../../../shared/domain/team/roster/rows.ts'
import type { RosterCell, RosterSheet, RosterTable } from '../../../shared/domain/team/roster/table.ts'
import type { RosterKnown } from '../../../shared/ipc/roster.ts'
import { viewStates } from '../../viewStates.ts'
import { assessDraft, type RosterDraft } from './model.ts'
import { RosterDoneView } from './RosterDoneView.tsx'
import { RosterFileView } from './RosterFileView.tsx'
import { RosterPreviewView } from './RosterPreviewView.tsx'

const nothing = () => undefined

const file = { reading: null, problem: null, onFile: nothing, onStop: nothing, onTemplate: nothing, onClose: nothing }

export const rosterFileStates = viewStates(RosterFileView, {
  choose: file,
  reading: { ...file, reading: '清溪镇应急队伍花名册.xlsx' },
  refused: {
    ...file,
    problem: '“花名册.xls”是旧版表格文件（.xls、.et 等）。请另存为 .xlsx，再导入。系统里的数据没有改动。',
  },
})

const TITLES = ['队伍名称', '所属村', '负责人', '负责人电话', '装备', '姓名', '职务', '手机号码', '身份证号'] as const
const FIELDS = [
  'teamName',
  'village',
  'leader',
  'leaderPhone',
  'equipment',
  'memberName',
  'memberPost',
  'memberPhone',
  null,
] as const
const LETTERS = [...'ABCDEFGHI']
const ROWS: readonly (readonly string[])[] = [
  ['李家湾村应急救援队', '李家湾', '李建国', '13800000011', '铁锹20把、雨衣30件', '李建国', '队长', '13800000011'],
  ['', '', '', '', '', '王　强', '队员', '1.38E+10'],
  ['', '', '', '', '', '赵敏', '队员', '138000000'],
  ['', '', '', '', '', '', '队员', '13800000015'],
  ['石门村救援队', '石门沟村', '孙涛', '7968123456', '', '孙涛', '队长', '13800000011'],
  ['', '', '', '', '', '孙涛', '队长', '13800000011'],
  ['民兵应急排', '', '周杰', '', '冲锋舟2艘', '', '', ''],
]

function sheetOf(name: string): RosterSheet {
  let team: RosterCell | undefined
  const lines = ROWS.map((texts, index) => {
    const row = index + 4
    const cells: { [letter: string]: RosterCell } = {}
    for (const [column, text] of texts.entries()) {
      const letter = LETTERS[column] ?? ''
      if (text !== '') cells[letter] = { text, kind: 'text', at: `${letter}${row}` }
    }
    team = cells.A ?? team
    if (team && !cells.A) cells.A = { ...team, inherited: true }
    return { row, cells }
  })
  const columns = TITLES.map((title, column) => ({
    letter: LETTERS[column] ?? '',
    title,
    field: FIELDS[column] ?? null,
    known: column < 8,
  }))
  return { name, headerRows: [3, 3], columns, teamNameFrom: 'column', teamName: null, lines }
}

const table: RosterTable = {
  sheets: [sheetOf('花名册')],
  notices: [
    { code: 'hiddenSheet', sheet: '旧数据', at: '', text: '' },
    { code: 'unknownColumn', sheet: '花名册', at: 'I3', text: '身份证号' },
    { code: 'totalRow', sheet: '花名册', at: '11', text: '合计' },
    { code: 'nameFromTitle', sheet: '民兵', at: 'A1', text: '民兵应急排' },
  ],
}
const draft: RosterDraft = {
  file: '清溪镇应急队伍花名册.xlsx',
  sha256: '0'.repeat(64),
  table,
  choices: NO_CHOICES,
  existing: 'update',
}
const known: RosterKnown = { teams: [], villages: [{ id: 'v1', name: '李家湾村' }] }
const preview = (draft: RosterDraft, progress: { done: number; total: number } | null = null) => ({
  draft,
  assessment: assessDraft(draft, known),
  progress,
  onEdit: nothing,
  onToggle: nothing,
  onColumn: nothing,
  onExisting: nothing,
  onImport: nothing,
  onBack: nothing,
  onClose: nothing,
})
const nothingNew: RosterDraft = { ...draft, choices: { ...NO_CHOICES, out: ROWS.map((_, index) => `0:${index + 4}`) } }
const twoSheets: RosterDraft = { ...draft, table: { ...table, sheets: [sheetOf('花名册'), sheetOf('二组')] } }

export const rosterPreviewStates = viewStates(RosterPreviewView, {
  issues: preview(draft),
  twoSheets: preview(twoSheets),
  nothingNew: preview(nothingNew),
  recording: preview(draft, { done: 24, total: 60 }),
  beginning: preview(draft, { done: 0, total: 0 }),
})

export const rosterDoneStates = viewStates(RosterDoneView, {
  done: {
    file: draft.file,
    counts: { teamsAdded: 3, teamsUpdated: 1, membersAdded: 40, membersUpdated: 2 },
    onAgain: nothing,
    onClose: nothing,
  },
})
