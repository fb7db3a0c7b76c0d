import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRules } from '../../../shared/domain/attachment/rules.ts'
import { useNotices } from '../../components/notices.ts'
import { addFile } from './addFile.ts'

/** A file on its way into the log. */
export interface Adding {
  readonly key: number
  readonly name: string
  /** 0 to 100. */
  readonly percent: number
}

/** Takes files in one after another; a refused one is told in words and does not stop those behind it. */
export function useAdding(incident: string, rules: AttachmentRules | undefined) {
  const { t } = useTranslation('attachments')
  const { tell, tellError } = useNotices()
  const [adding, setAdding] = useState<readonly Adding[]>([])

  async function add(files: readonly File[]): Promise<void> {
    if (!rules) return
    const waiting = files.map((file, index) => ({ key: Date.now() * 1_000 + index, name: file.name, percent: 0, file }))
    setAdding((before) => [...before, ...waiting.map(({ key, name, percent }) => ({ key, name, percent }))])
    for (const { key, name, file } of waiting) {
      try {
        await addFile(incident, file, rules, (percent) =>
          setAdding((before) => before.map((one) => (one.key === key ? { ...one, percent } : one))),
        )
        tell('good', t('added', { name }))
      } catch (error) {
        tellError(error)
      }
      setAdding((before) => before.filter((one) => one.key !== key))
    }
  }

  return { adding, add: (files: readonly File[]) => void add(files) }
}
