import type { AttachmentLine } from '../../../shared/ipc/attachments.ts'
import { useDesk } from '../../useDesk.ts'

/** The small picture of an attachment that is on this console. */
export function Thumb({ line }: { readonly line: AttachmentLine }) {
  const { data } = useDesk('attachment.thumb', { id: line.id }, [])
  return data ? <img src={`data:image/jpeg;base64,${data.base64}`} alt="" /> : null
}
