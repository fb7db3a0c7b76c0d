import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AttachmentRules, attachmentRules } from '../../shared/domain/attachment/rules.ts'

/** Limits the county's hub obeys: the same file as the consoles'. @throws when it is not as it has to be. */
export function readAttachmentRules(): AttachmentRules {
  const path = join(import.meta.dirname, '../../resources/rules/attachments.json')
  return attachmentRules.parse(JSON.parse(readFileSync(path, 'utf8')))
}
