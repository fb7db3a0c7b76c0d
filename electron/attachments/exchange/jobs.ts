import { isNarrow } from '../../../shared/protocol/linkWidth.ts'
import type { FileNote, WantedFile } from '../../store/repositories/attachments.ts'
import type { FileWire } from './fileWire.ts'

export interface Job extends WantedFile {
  readonly way: 'send' | 'fetch'
}

/** What is known of each file when the next one is chosen. */
export interface JobView {
  readonly files: readonly WantedFile[]
  note(sha: string): FileNote
  isHere(sha: string): boolean
  /** Not to be tried again on this connection. */
  isRefused(file: WantedFile): boolean
}

/** Whether files move over a link by themselves: it is broad and costs nothing. Else only what a person asked for. */
export function movesByItself({ settings }: Pick<FileWire, 'settings'>): boolean {
  return !isNarrow(settings.bitRate) && settings.billing === 'free'
}

/**
 * What is to be moved over a connection, in order: small pictures before originals, of urgent incidents first. Originals of others
 * come only when somebody here asks for one.
 */
export function jobsFor(wire: Pick<FileWire, 'settings' | 'hubEpoch'>, view: JobView): readonly Job[] {
  const freely = movesByItself(wire)
  return view.files.flatMap((file): readonly Job[] => {
    if (view.isRefused(file)) return []
    const { heldEpoch, asked } = view.note(file.sha)
    const held = heldEpoch === wire.hubEpoch
    // Most are held and wanted by nobody: the disk is not asked about each of them after every record.
    if (held && asked !== 'fetch' && !(freely && file.kind === 'thumb')) return []
    const here = view.isHere(file.sha)
    if (here && !held && (freely || asked === 'send')) return [{ ...file, way: 'send' }]
    if (!here && held && (asked === 'fetch' || (freely && file.kind === 'thumb'))) return [{ ...file, way: 'fetch' }]
    // Whether the county has it is not known over a narrow link: then asking for it finds out.
    if (!here && !held && asked === 'fetch') return [{ ...file, way: 'fetch' }]
    return []
  })
}
