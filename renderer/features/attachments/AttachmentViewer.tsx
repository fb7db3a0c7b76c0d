import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRules } from '../../../shared/domain/attachment/rules.ts'
import type { AttachmentLine, TransferEstimate } from '../../../shared/ipc/attachments.ts'
import { useNotices } from '../../components/notices.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { handOver, savedSentence } from '../../components/saveTable.ts'
import { useAct } from '../../components/useAct.ts'
import { AttachmentViewerView } from './AttachmentViewerView.tsx'
import { MoveDialogView } from './MoveDialogView.tsx'
import { besideOf, isPicture } from './model.ts'
import { Stage } from './Stage.tsx'

interface AttachmentViewerProps {
  readonly line: AttachmentLine
  readonly lines: readonly AttachmentLine[]
  readonly rules: AttachmentRules | undefined
  onView(id: string): void
  onClose(): void
}

/** One attachment, large; withdrawn and brought back by reason. */
export function AttachmentViewer({ line, lines, rules, onView, onClose }: AttachmentViewerProps) {
  const { t } = useTranslation('attachments')
  const { tell } = useNotices()
  const [asking, setAsking] = useState(false)
  const [estimate, setEstimate] = useState<TransferEstimate | null>(null)
  const ask = useAct('attachment.estimate')
  const move = useAct('attachment.move')
  const stop = useAct('attachment.stop')
  const save = useAct('attachment.save')
  const withdraw = useAct('attachment.withdraw', { quiet: true })
  const restore = useAct('attachment.restore', { quiet: true })
  const beside = (step: 1 | -1) => {
    const next = besideOf(lines, line.id, step)
    if (next) onView(next)
  }
  useArrows(asking || estimate ? null : beside)
  const way = line.here.original ? 'send' : 'fetch'
  const moveNow = () => {
    setEstimate(null)
    void move.run({ id: line.id })
  }
  if (estimate)
    return (
      <MoveDialogView
        name={line.name}
        way={way}
        estimate={estimate}
        onConfirm={moveNow}
        onCancel={() => setEstimate(null)}
      />
    )
  if (asking) {
    const act = line.withdrawn ? restore : withdraw
    return (
      <ReasonDialog
        title={line.withdrawn ? t('restoreTitle', { name: line.name }) : t('withdrawTitle', { name: line.name })}
        explanation={line.withdrawn ? t('restoreExplained') : t('withdrawExplained')}
        confirm={line.withdrawn ? t('restoreConfirm') : t('withdrawConfirm')}
        danger={line.withdrawn === null}
        pending={act.pending}
        problem={act.problem}
        onConfirm={(reason) =>
          void act.run({ id: line.id, base: [...line.tips], reason }).then(({ ok }) => ok && onClose())
        }
        onCancel={() => setAsking(false)}
      />
    )
  }
  return (
    <AttachmentViewerView
      line={line}
      several={lines.length > 1}
      saving={save.pending}
      onBeside={beside}
      onSave={() =>
        void save.run({ id: line.id }).then((outcome) => {
          const said = outcome.ok ? savedSentence(t, handOver(outcome.value)) : null
          if (said) tell('good', said)
        })
      }
      onMove={() =>
        void ask.run({ id: line.id }).then((outcome) => {
          // Where it costs nothing there is nothing to think over.
          if (outcome.ok && outcome.value.free) moveNow()
          else if (outcome.ok) setEstimate(outcome.value)
        })
      }
      onStop={() => void stop.run({ id: line.id })}
      onWithdraw={() => setAsking(true)}
      onRestore={() => setAsking(true)}
      onClose={onClose}
    >
      <Stage line={line} drawable={isPicture(line.mime, rules)} />
    </AttachmentViewerView>
  )
}

function useArrows(onStep: ((step: 1 | -1) => void) | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!onStep || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft') onStep(-1)
    else if (event.key === 'ArrowRight') onStep(1)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
