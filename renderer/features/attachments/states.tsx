import { type AttachmentLine, TRANSFER_WAITS } from '../../../shared/ipc/attachments.ts'
import { viewStates } from '../../viewStates.ts'
import { AttachmentsView, type AttachmentsViewProps } from './AttachmentsView.tsx'
import { AttachmentViewerView, type AttachmentViewerViewProps } from './AttachmentViewerView.tsx'
import { MoveDialogView, type MoveDialogViewProps } from './MoveDialogView.tsx'

const nothing = () => undefined
const AT = 1_784_054_400_000

/** A drawn hillside: no file is needed to see how a picture stands. */
const HILL = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#9db7c9"/><path d="M0 170 90 60l70 80 60-50 100 90v60H0z" fill="#6b6a4c"/><path d="m120 110 40 30 20 100h-90z" fill="#a4814f"/></svg>',
)}`

const line = (id: string, more: Partial<AttachmentLine> = {}): AttachmentLine => ({
  id,
  tips: ['0123456789abcdef'],
  name: '后山滑坡现场.jpg',
  mime: 'image/jpeg',
  size: 4_312_000,
  atMs: AT,
  by: '张伟',
  own: true,
  incident: { id: 'incident-1', no: '0714-A03', title: '李家湾村后山滑坡' },
  withdrawn: null,
  here: { thumb: true, original: true },
  hasThumb: true,
  county: 'nothing',
  transfer: null,
  ...more,
})

export const sampleLines: readonly AttachmentLine[] = [
  line('attachment-1', { county: 'original' }),
  line('attachment-2', {
    name: 'IMG_20260714_032455.jpg',
    county: 'thumb',
    size: 6_120_000,
    transfer: { way: 'send', percent: 42, asked: false, waits: null },
  }),
  line('attachment-3', {
    name: '关于启动四级防汛应急响应的通知.pdf',
    mime: 'application/pdf',
    size: 340_000,
    here: { thumb: false, original: true },
    hasThumb: false,
    transfer: { way: 'send', percent: 0, asked: false, waits: 'click' },
  }),
]

const strip: AttachmentsViewProps = {
  lines: sampleLines,
  adding: [],
  open: true,
  accept: '.jpg',
  inputId: 'attachment-file',
  pictureOf: ({ here }) => (here.thumb ? <img src={HILL} alt="" /> : null),
  onFiles: nothing,
  onOpen: nothing,
}
const withdrawn = line('attachment-4', { withdrawn: { reason: '拍错了地方', by: '张伟' } })

export const attachmentsStates = viewStates(AttachmentsView, {
  strip,
  empty: { ...strip, lines: [] },
  loading: { ...strip, lines: null },
  closed: { ...strip, open: false, lines: [] },
  adding: { ...strip, adding: [{ key: 1, name: '航拍.jpg', percent: 42 }] },
  withdrawn: { ...strip, lines: [...sampleLines, withdrawn] },
  waiting: {
    ...strip,
    lines: TRANSFER_WAITS.map((waits, index) =>
      line(`attachment-${waits}`, {
        county: index % 2 === 0 ? 'nothing' : 'thumb',
        transfer: { way: 'send', percent: index * 10, asked: true, waits },
      }),
    ),
  },
  fetching: {
    ...strip,
    lines: [
      line('attachment-9', {
        county: 'original',
        own: false,
        here: { thumb: true, original: false },
        transfer: { way: 'fetch', percent: 12, asked: true, waits: null },
      }),
    ],
  },
})

const viewer: AttachmentViewerViewProps = {
  line: line('attachment-1', { county: 'original' }),
  children: <img src={HILL} alt="" />,
  several: true,
  saving: false,
  onBeside: nothing,
  onSave: nothing,
  onMove: nothing,
  onStop: nothing,
  onWithdraw: nothing,
  onRestore: nothing,
  onClose: nothing,
}

export const attachmentViewerStates = viewStates(AttachmentViewerView, {
  picture: viewer,
  withdrawn: { ...viewer, line: withdrawn, several: false },
  waitsForAPerson: { ...viewer, line: sampleLines[2] ?? viewer.line },
  asked: {
    ...viewer,
    line: line('attachment-5', { transfer: { way: 'send', percent: 8, asked: true, waits: 'budget' } }),
  },
  elsewhere: {
    ...viewer,
    line: line('attachment-6', { own: false, county: 'original', here: { thumb: true, original: false } }),
  },
})

const question: MoveDialogViewProps = {
  name: '后山滑坡现场.jpg',
  way: 'send',
  estimate: {
    link: { id: 'sat', kind: 'satellite', name: '' },
    bytes: 4_700_000,
    seconds: 588,
    budgetLeft: 9_000_000,
    free: false,
  },
  onConfirm: nothing,
  onCancel: nothing,
}

export const moveDialogStates = viewStates(MoveDialogView, {
  enough: question,
  short: { ...question, estimate: { ...question.estimate, budgetLeft: 1_200_000 } },
  offline: { ...question, estimate: { ...question.estimate, link: null, budgetLeft: null } },
  fetch: { ...question, way: 'fetch' },
})
