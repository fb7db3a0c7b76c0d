import { useMemo } from 'react'
import incidentWords from '../../../resources/classification/intakeWords.json'
import { makeGazetteer } from '../../../shared/domain/intake/gazetteer.ts'
import { type LineReading, readLine } from '../../../shared/domain/intake/readLine.ts'
import { prepareWords } from '../../../shared/domain/intake/words.ts'
import { fillOf, type LineFill } from './lineFill.ts'
import type { IntakeForm, IntakeLists } from './model.ts'

export interface ReadLineOfForm {
  readonly reading: LineReading
  readonly fill: LineFill
}

/** What the form's line says. Read anew at every key; “刚才” is when the form was opened. */
export function useLineReading({ line, openedMs }: IntakeForm, lists: IntakeLists): ReadLineOfForm | null {
  const { villages } = lists
  const context = useMemo(
    () => ({
      gazetteer: makeGazetteer(villages.map(({ name }) => ({ name }))),
      words: prepareWords(incidentWords),
    }),
    [villages],
  )
  return useMemo(() => {
    if (line.trim() === '') return null
    const reading = readLine(line, { ...context, now: openedMs })
    return { reading, fill: fillOf(line, reading, lists, openedMs) }
  }, [line, openedMs, context, lists])
}
