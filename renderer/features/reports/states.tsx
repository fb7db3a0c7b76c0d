import { viewStates } from '../../viewStates.ts'
import { NOW } from '../incidents/samples.ts'
import { IncidentReportsView, type IncidentReportsViewProps } from './IncidentReportsView.tsx'
import { PaperView } from './PaperView.tsx'
import { ReportFormView, type ReportFormViewProps } from './ReportFormView.tsx'
import { ReportPageView, type ReportPageViewProps } from './ReportPageView.tsx'
import { SendForm } from './SendForm.tsx'
import { SignForm } from './SignForm.tsx'
import {
  approval,
  sampleContent,
  samplePaper,
  sampleReport,
  sampleReporting,
  sampleTexts,
  sending,
  viewOf,
} from './samples.ts'
import { TellDialog } from './TellDialog.tsx'
import { TextsView } from './TextsView.tsx'

const nothing = () => undefined

const panel: IncidentReportsViewProps = {
  reporting: sampleReporting,
  deliveries: {
    [sending.by.version]: { delivery: 'read', reading: { by: '县应急局 周敏', at: NOW } },
  },
  now: NOW,
  hasDraft: false,
  onDraft: nothing,
  onTell: nothing,
  onOpen: nothing,
  onVoidTelling: nothing,
  onWaive: nothing,
  onStartRelief: nothing,
  onRelief: nothing,
  onUndoRelief: nothing,
}
const unsigned = { ...sampleReport, sendings: [{ ...sending, signedBy: null }] }
export const incidentReportsStates = viewStates(IncidentReportsView, {
  loading: { ...panel, reporting: null },
  empty: {
    ...panel,
    reporting: { ...sampleReporting, reports: [], told: [], clocks: sampleReporting.clocks.slice(1, 2) },
  },
  full: panel,
  unsigned: {
    ...panel,
    hasDraft: true,
    reporting: { ...sampleReporting, told: [], reports: [viewOf(unsigned, { status: 'sentUnsigned' })] },
  },
  late: {
    ...panel,
    reporting: {
      ...sampleReporting,
      told: [],
      reports: [
        viewOf(
          { ...sampleReport, approval, sendings: [sending] },
          { status: 'sent', percent: 100, missing: [], hadAt: NOW - 2 * 60_000 },
        ),
      ],
    },
  },
  waived: {
    ...panel,
    reporting: {
      ...sampleReporting,
      reports: [],
      told: [],
      clocks: [],
      relief: null,
      waived: { reason: '经核实为采石场放炮', by: sending.by },
    },
  },
})

const form: ReportFormViewProps = {
  form: { kind: 'first', of: '', content: sampleContent },
  items: sampleReporting.items,
  purpose: 'new',
  incidentNo: '0714-A01',
  now: NOW,
  restored: false,
  pending: false,
  problem: undefined,
  onKind: nothing,
  onChange: nothing,
  onBadTime: nothing,
  onRefill: nothing,
  onSubmit: nothing,
  onClose: nothing,
}
export const reportFormStates = viewStates(ReportFormView, {
  first: { ...form, restored: true },
  revise: {
    ...form,
    purpose: 'revise',
    form: { ...form.form, kind: 'followUp' },
    problem: '没有改动任何内容，不用保存。',
  },
  correct: { ...form, purpose: 'correct', form: { ...form.form, content: { ...sampleContent, title: '' } } },
})

const sign = {
  signers: sampleReporting.signers,
  now: NOW,
  pending: false,
  problem: undefined,
  onSign: nothing,
  onCancel: nothing,
}
export const signFormStates = viewStates(SignForm, {
  inPlace: sign,
  phone: { ...sign, signers: sampleReporting.signers.toReversed() },
  refused: { ...sign, problem: '密码不正确，请重新输入。' },
  nobody: { ...sign, signers: [] },
})
const send = {
  recipients: sampleReporting.recipients,
  signed: true,
  pending: false,
  problem: undefined,
  onSend: nothing,
  onCancel: nothing,
}
export const sendFormStates = viewStates(SendForm, {
  signed: send,
  unsigned: { ...send, signed: false },
  above: { ...send, recipients: sampleReporting.recipients.map((one) => ({ ...one, usual: one.tier === 'above' })) },
  nobody: { ...send, recipients: sampleReporting.recipients.map((one) => ({ ...one, usual: false })) },
})

const page: ReportPageViewProps = {
  view: viewOf(sampleReport),
  delivery: null,
  paper: samplePaper,
  texts: sampleTexts,
  tab: 'paper',
  now: NOW,
  form: null,
  onTab: nothing,
  onAct: nothing,
  onCopy: nothing,
  onClose: nothing,
}
export const reportPageStates = viewStates(ReportPageView, {
  loading: { ...page, paper: null, texts: null },
  awaiting: page,
  signing: { ...page, form: <SignForm {...sign} /> },
  sending: { ...page, form: <SendForm {...send} /> },
  sent: {
    ...page,
    view: viewOf({ ...sampleReport, approval, sendings: [sending] }, { status: 'sent', percent: 100, missing: [] }),
    delivery: 'read',
    tab: 'sms',
  },
  unsigned: { ...page, view: viewOf(unsigned, { status: 'sentUnsigned', correctedBy: '0714-A03' }), tab: 'broadcast' },
  withdrawn: { ...page, view: viewOf(sampleReport, { status: 'withdrawn' }), tab: 'phoneLog' },
})
export const paperStates = viewStates(PaperView, { full: { paper: samplePaper } })
export const textsStates = viewStates(TextsView, {
  sms: {
    tab: 'sms',
    texts: { ...sampleTexts, sms: { ...sampleTexts.sms, messages: 3, shortened: true } },
    onCopy: nothing,
  },
})

const tell = {
  recipients: sampleReporting.recipients,
  reports: sampleReporting.reports,
  now: NOW,
  pending: false,
  problem: undefined,
  onTell: nothing,
  onClose: nothing,
}
export const tellDialogStates = viewStates(TellDialog, {
  open: tell,
  refused: { ...tell, problem: '填写的时间晚于现在，没有写入。' },
})
