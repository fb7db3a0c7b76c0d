import { readFileSync } from 'node:fs'
import { type AttachmentRules, attachmentRules } from '../../shared/domain/attachment/rules.ts'
import { findResource } from '../findResource.ts'

/** @throws when the file is not as it has to be: a county's slip must be seen at once. */
export function readAttachmentRules(path = findResource('rules/attachments.json')): AttachmentRules {
  return attachmentRules.parse(JSON.parse(readFileSync(path, 'utf8')))
}
