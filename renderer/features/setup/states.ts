import { viewStates } from '../../viewStates.ts'
import { ClaimView, type ClaimViewProps } from './ClaimView.tsx'
import { JoinByFileView, type JoinByFileViewProps } from './JoinByFileView.tsx'
import { JoinByHubView, type JoinByHubViewProps } from './JoinByHubView.tsx'
import { EMPTY_CLAIM, EMPTY_FORM, type SetUpForm } from './model.ts'
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

export const setUpStartStates = viewStates(SetUpStartView, { start: { onChoose: nothing } })

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

const byFile: JoinByFileViewProps = {
  code: '',
  asked: false,
  hasFile: false,
  pending: false,
  progress: { state: 'idle' },
  refusal: undefined,
  onFile: nothing,
  onCode: nothing,
  onJoin: nothing,
  onCancel: nothing,
  onBack: nothing,
}
export const joinByFileStates = viewStates(JoinByFileView, {
  empty: byFile,
  nothingChosen: { ...byFile, asked: true },
  opening: { ...byFile, pending: true, progress: { state: 'opening', done: 0, total: 0 } },
  applying: { ...byFile, pending: true, progress: { state: 'applying', done: 1200, total: 8400 } },
  wrongCode: { ...byFile, hasFile: true, code: 'AAAA', refusal: '加入码不对，没有导入任何内容。请核对后重新输入。' },
})

const byHub: JoinByHubViewProps = {
  url: '',
  code: '',
  asked: false,
  pending: false,
  refusal: undefined,
  onUrl: nothing,
  onCode: nothing,
  onJoin: nothing,
  onBack: nothing,
}
export const joinByHubStates = viewStates(JoinByHubView, {
  empty: byHub,
  nothingTyped: { ...byHub, asked: true },
  asking: { ...byHub, url: '10.0.0.8:8970', code: 'ABCD', pending: true },
  unreachable: { ...byHub, url: '10.0.0.8:8970', code: 'ABCD', refusal: '连不上县级系统，本机没有改动。' },
})

const claim: ClaimViewProps = {
  joined: {
    by: 'file',
    township: '青石镇',
    division: '510124103',
    letter: 'B',
    administrators: [{ id: 'p1', name: '李文博', post: '应急办主任' }],
    events: 8400,
  },
  form: EMPTY_CLAIM,
  problems: {},
  pending: false,
  refusal: undefined,
  onChange: nothing,
  onClaim: nothing,
  onOtherWay: nothing,
}
export const claimStates = viewStates(ClaimView, {
  file: claim,
  problems: {
    ...claim,
    problems: { person: 'person', code: 'code', password: 'short', again: 'differs', console: 'missing' },
  },
  hub: {
    ...claim,
    joined: { ...claim.joined, by: 'hub', letter: '' },
    refusal: '口令或恢复码不正确，请核对后重新输入。',
  },
  fileIncomplete: { ...claim, joined: { ...claim.joined, administrators: [], events: 300 } },
  hubWaiting: {
    ...claim,
    joined: { ...claim.joined, by: 'hub', township: '', letter: '', administrators: [], events: 0 },
  },
})
