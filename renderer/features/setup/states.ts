import { viewStates } from '../../viewStates.ts'
import { EMPTY_FORM, type SetUpForm } from './model.ts'
import { NewTownshipView } from './NewTownshipView.tsx'
import { RecoverySheetPaper } from './RecoverySheetPaper.tsx'
import { SetUpStartView } from './SetUpStartView.tsx'

const nothing = () => undefined
const acts = { onChange: nothing, onBack: nothing, onNext: nothing }
const still = { problems: {}, pending: false, refusal: undefined, ...acts }
const filled: SetUpForm = {
  ...EMPTY_FORM,
  county: '云岭县',
  name: '青石镇',
  division: '510124103',
  organisation: 'town',
  villages: '李家湾村\n王家坪村\n石门村',
  person: '李文博',
  console: '值班室主机',
}

export const setUpStartStates = viewStates(SetUpStartView, { start: { onNew: nothing } })

export const newTownshipStates = viewStates(NewTownshipView, {
  township: { step: 'township', form: EMPTY_FORM, ...still },
  townshipProblems: {
    step: 'township',
    form: EMPTY_FORM,
    ...still,
    problems: { name: 'missing', county: 'missing', division: 'division', organisation: 'missing' },
  },
  noVillages: { step: 'villages', form: EMPTY_FORM, ...still },
  villages: { step: 'villages', form: filled, ...still },
  administrator: { step: 'administrator', form: filled, ...still },
  administratorProblems: {
    step: 'administrator',
    form: filled,
    ...still,
    problems: { password: 'short', again: 'differs', letter: 'letter' },
  },
  creating: { step: 'administrator', form: filled, ...still, pending: true },
  refused: { step: 'administrator', form: filled, ...still, refusal: '本机已经完成设置，没有重复写入。请直接登录。' },
})

export const recoverySheetStates = viewStates(RecoverySheetPaper, {
  paper: {
    sheet: {
      township: '青石镇',
      county: '云岭县',
      organisation: 'town',
      division: '510124103',
      console: '值班室主机',
      letter: 'A',
      device: 'd0123456789abcdef0123456789abcd',
      atMs: Date.UTC(2026, 6, 13, 18, 40),
      code: 'PKND-HCV3-XBGK-6FQM-6FSF',
    },
  },
})
