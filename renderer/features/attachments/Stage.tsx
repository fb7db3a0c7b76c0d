import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentLine } from '../../../shared/ipc/attachments.ts'
import { errorSentence } from '../../components/errorSentence.ts'
import { readOriginal } from './readOriginal.ts'
import { Thumb } from './Thumb.tsx'

interface StageProps {
  readonly line: AttachmentLine
  /** Whether the page can draw the original. */
  readonly drawable: boolean
}

/** The original where it is here and can be drawn; else the small picture, and why. */
export function Stage({ line, drawable }: StageProps) {
  const { t, i18n } = useTranslation('attachments')
  const [url, setUrl] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const wanted = drawable && line.here.original
  const show = useEffectEvent(async (isWanted: () => boolean) => {
    try {
      const blob = await readOriginal(line.id, line.mime, isWanted)
      if (isWanted()) setUrl(URL.createObjectURL(blob))
    } catch (error) {
      if (isWanted()) setProblem(errorSentence(error, i18n))
    }
  })
  useEffect(() => {
    if (!wanted) return
    let open = true
    void show(() => open)
    return () => {
      open = false
    }
  }, [wanted])
  useEffect(() => {
    return () => {
      if (url) URL.revokeObjectURL(url)
    }
  }, [url])
  const note = problem ?? noteOf(line, drawable, t)
  return (
    <>
      {url ? <img src={url} alt={line.name} /> : line.here.thumb ? <Thumb line={line} /> : null}
      {note ? <p className={problem ? 'attachment-problem' : 'muted'}>{note}</p> : null}
      {wanted && !url && !problem ? <p className="muted">{t('opening')}</p> : null}
    </>
  )
}

function noteOf(line: AttachmentLine, drawable: boolean, t: (key: 'noOriginal' | 'onlyThumb' | 'noPreview') => string) {
  if (!line.here.original) return line.here.thumb ? t('onlyThumb') : t('noOriginal')
  return drawable ? null : t('noPreview')
}
