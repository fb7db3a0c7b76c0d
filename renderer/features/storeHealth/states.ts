import { viewStates } from '../../viewStates.ts'
import { StoreNoticesView } from './StoreNoticesView.tsx'

const atMs = Date.UTC(2026, 6, 13, 18, 40)
const replaced = { kind: 'replaced', cause: 'corrupt', atMs, keptIn: 'corrupt/202607140240-3f1a' } as const
const onNoted = () => undefined

export const storeNoticesStates = viewStates(StoreNoticesView, {
  full: { conditions: [{ kind: 'full' }], onNoted },
  reserveUsed: { conditions: [{ kind: 'reserveUsed' }], onNoted },
  low: { conditions: [{ kind: 'low', freeBytes: 312 * 1024 * 1024 }], onNoted },
  clockAhead: { conditions: [{ kind: 'clockOff', minutes: 13, ahead: true }], onNoted },
  clockBehind: { conditions: [{ kind: 'clockOff', minutes: 2, ahead: false }], onNoted },
  readOnly: { conditions: [{ kind: 'readOnly' }], onNoted },
  writeAndBackupFailed: {
    conditions: [
      { kind: 'writeFailed', atMs },
      { kind: 'backupFailed', atMs },
    ],
    onNoted,
  },
  salvaging: {
    conditions: [{ ...replaced, backupMs: atMs - 3_600_000, salvage: { state: 'running', found: 0, unreadable: 0 } }],
    onNoted,
  },
  salvaged: {
    conditions: [{ ...replaced, backupMs: null, salvage: { state: 'done', found: 1284, unreadable: 0 } }],
    onNoted,
  },
  salvagedPart: {
    conditions: [
      { ...replaced, cause: 'missing', backupMs: atMs, salvage: { state: 'done', found: 12, unreadable: 3 } },
      {
        ...replaced,
        cause: 'restored',
        keptIn: 'corrupt/2',
        backupMs: atMs,
        salvage: { state: 'done', found: 0, unreadable: 0 },
      },
    ],
    onNoted,
  },
})
