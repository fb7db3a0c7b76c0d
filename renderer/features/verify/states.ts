import type { VerifyReport } from '../../../shared/ipc/store.ts'
import { viewStates } from '../../viewStates.ts'
import { BackupPanelView } from './BackupPanelView.tsx'
import { RestoreDialogView } from './RestoreDialogView.tsx'
import { VerifyPanelView } from './VerifyPanelView.tsx'

const none = () => undefined
const atMs = Date.UTC(2026, 6, 13, 18, 40)
const report: VerifyReport = {
  atMs,
  seconds: 8.4,
  events: 31_284,
  own: [
    { epoch: '1-00c0ffee', lane: 1, seq: 42, countersigned: 42, signed: 42 },
    { epoch: '1-00c0ffee', lane: 2, seq: 20_310, countersigned: 20_112, signed: 20_305 },
  ],
  others: { origins: 2, events: 10_932 },
  holes: 0,
  bad: [],
  badCount: 0,
  badSignatures: 0,
  different: [],
  structure: 'sound',
  attachments: { sound: 14, damaged: [], missing: [] },
}
const acts = { rebuilding: false, onStart: none, onCancel: none, onRebuild: none }
const done = (last: VerifyReport) => ({ state: { state: 'idle', last, failed: false } as const, ...acts })

export const verifyPanelStates = viewStates(VerifyPanelView, {
  never: { state: { state: 'idle', last: null, failed: false }, ...acts },
  failed: { state: { state: 'idle', last: null, failed: true }, ...acts },
  checking: { state: { state: 'running', stage: 'chains', done: 12_400, total: 31_284 }, ...acts },
  starting: { state: { state: 'running', stage: 'signatures', done: 0, total: 1 }, ...acts },
  good: done(report),
  differs: done({ ...report, different: ['entity_state', 'incident'] }),
  files: done({
    ...report,
    attachments: { sound: 12, damaged: ['后山滑坡现场.jpg'], missing: ['启动响应的通知.pdf', '航拍.jpg'] },
  }),
  altered: done({
    ...report,
    holes: 2,
    bad: [{ origin: 'd3f9a01c2b4aa55', epoch: '1-00c0ffee', lane: 2, seq: 30, what: 'altered' }],
    badCount: 3,
    badSignatures: 1,
    different: ['*'],
    structure: 'damaged',
  }),
})

export const backupPanelStates = viewStates(BackupPanelView, {
  none: {
    health: { backup: null, backups: 0, backupRunning: false },
    mayRestore: true,
    onBackUp: none,
    onRestore: none,
  },
  kept: {
    health: { backup: { atMs, bytes: 148_231_168 }, backups: 11, backupRunning: false },
    mayRestore: true,
    onBackUp: none,
    onRestore: none,
  },
  running: {
    health: { backup: { atMs, bytes: 4_096 }, backups: 1, backupRunning: true },
    mayRestore: false,
    onBackUp: none,
    onRestore: none,
  },
})

const restore = {
  backups: [
    { atMs, bytes: 148_231_168 },
    { atMs: atMs - 3_600_000, bytes: 147_100_000 },
  ],
  pending: false,
  progress: null,
  refusal: undefined,
  onConfirm: none,
  onCancel: none,
}
export const restoreDialogStates = viewStates(RestoreDialogView, {
  asked: restore,
  checking: { ...restore, pending: true },
  preparing: { ...restore, pending: true, progress: { done: 4_200, total: 31_284 } },
  refused: { ...restore, refusal: '这份备份核对不上，没有恢复，现有记录没有改动。请换一份备份。' },
})
