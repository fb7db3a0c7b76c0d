import { useState } from 'react'
import { TRANSFER_TOPIC } from '../../../shared/ipc/attachments.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { AttachmentsView } from './AttachmentsView.tsx'
import { AttachmentViewer } from './AttachmentViewer.tsx'
import { acceptOf } from './model.ts'
import { Thumb } from './Thumb.tsx'
import { useAdding } from './useAdding.ts'
import { usePastedFiles } from './usePastedFiles.ts'

const INPUT = 'attachment-file'

export interface IncidentAttachmentsProps {
  readonly incident: string
  /** Whether the incident is a case of its own: only then files are added. */
  readonly open: boolean
}

/** Photos and documents of one incident: a panel for the incident's own page. */
export function IncidentAttachments({ incident, open }: IncidentAttachmentsProps) {
  const rules = useDesk('attachment.rules', null, []).data
  const lines = useDesk('attachment.list', { incident }, ['attachment', 'incident', TRANSFER_TOPIC]).data ?? null
  const { adding, add } = useAdding(incident, rules)
  const [viewed, setViewed] = useState<string | null>(null)
  useRoomKeys({ a: open ? () => document.getElementById(INPUT)?.click() : undefined })
  usePastedFiles(open ? add : null)
  const line = lines?.find(({ id }) => id === viewed)
  return (
    <>
      <AttachmentsView
        lines={lines}
        adding={adding}
        open={open}
        accept={acceptOf(rules)}
        inputId={INPUT}
        pictureOf={(one) => (one.here.thumb ? <Thumb line={one} /> : null)}
        onFiles={add}
        onOpen={setViewed}
      />
      {line && lines ? (
        <AttachmentViewer
          key={line.id}
          line={line}
          lines={lines}
          rules={rules}
          onView={setViewed}
          onClose={() => setViewed(null)}
        />
      ) : null}
    </>
  )
}
