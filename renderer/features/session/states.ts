import type { SignInOption } from '../../../shared/ipc/session.ts'
import { viewStates } from '../../viewStates.ts'
import { emptySignIn } from './model.ts'
import { SignInFormView, type SignInFormViewProps } from './SignInFormView.tsx'
import { TakeDutyView, type TakeDutyViewProps } from './TakeDutyView.tsx'

const nothing = () => undefined
const options: readonly SignInOption[] = [
  { id: 'p1', name: '李文博', post: '应急办主任', roles: ['dutyOfficer', 'administrator'], access: 'password' },
  { id: 'p2', name: '陈秀英', post: '', roles: ['dutyOfficer'], access: 'code' },
  { id: 'p3', name: '周建国', post: '副镇长', roles: ['leaderOnDuty'], access: 'none' },
]
const form: SignInFormViewProps = {
  options,
  form: emptySignIn('p1'),
  problems: {},
  pending: false,
  refusal: undefined,
  onPerson: nothing,
  onProof: nothing,
  onChange: nothing,
  onSubmit: nothing,
}

export const signInStates = viewStates(SignInFormView, {
  nobodyChosen: { ...form, form: emptySignIn(null) },
  password: form,
  nothingTyped: { ...form, form: emptySignIn(null), problems: { person: 'person', secret: 'password' } },
  wrongPassword: { ...form, refusal: '密码不正确，请重新输入。' },
  waiting: { ...form, refusal: '密码或口令连续多次错误，请 30 秒后再试。接报不受影响，按 F2 即可。' },
  noPasswordYet: { ...form, form: emptySignIn('p3') },
  code: { ...form, form: emptySignIn('p2', 'code') },
  codeProblems: {
    ...form,
    form: emptySignIn('p2', 'code'),
    problems: { secret: 'code', password: 'short', again: 'differs' },
  },
  recovery: { ...form, form: emptySignIn('p1', 'recovery') },
  inDialog: { ...form, onCancel: nothing, pending: true },
})

const duty: TakeDutyViewProps = {
  post: 'officer',
  holders: [{ id: 'p1', name: '李文博', sinceMs: Date.UTC(2026, 6, 13, 0, 2), note: '石门村滑坡点夜间每小时巡查一次' }],
  people: options.map(({ id, name, post, roles }) => ({ id, name, post, phone: '', roles })),
  person: 'p2',
  note: '',
  problem: undefined,
  refusal: undefined,
  pending: false,
  onPerson: nothing,
  onNote: nothing,
  onTake: nothing,
  onClose: nothing,
}

export const takeDutyStates = viewStates(TakeDutyView, {
  officer: duty,
  nobodyBefore: { ...duty, holders: [], person: null },
  leader: { ...duty, post: 'leader', holders: [], note: '坐镇指挥' },
  nobodyChosen: { ...duty, person: null, problem: '请选择姓名。' },
  refused: { ...duty, refusal: '李文博已经在岗，没有重复记录。' },
})
