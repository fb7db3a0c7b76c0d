import { draftName } from '../../components/draftName.ts'
import { useDraft } from '../../components/useDraft.ts'
import { NoteForm, type NoteFormProps } from './NoteForm.tsx'

interface NoteProps extends Omit<NoteFormProps, 'kept' | 'onTyped'> {
  readonly incident: string
}

/** 记一笔: what is typed stays over a change of rooms and a power cut until it is recorded. Mount it anew for another incident. */
export function Note({ incident, ...form }: NoteProps) {
  const draft = useDraft('note', draftName('note', incident), readNote)
  return (
    <NoteForm
      {...form}
      kept={draft.found?.text ?? ''}
      onTyped={(text) => draft.keep(text.trim() === '' ? null : { text })}
    />
  )
}

function readNote(kept: unknown): { text: string } | null {
  const text = typeof kept === 'object' && kept !== null && 'text' in kept ? kept.text : null
  return typeof text === 'string' ? { text } : null
}
