import type { KeyboardEvent } from 'react'

/**
 * True while an input method composes (pinyin being typed): its Enter takes the letters, its arrows choose a word, and
 * neither may do anything else. Some input methods do not set isComposing on the first key; those send key code 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229
}

/** True for an Enter a person meant as Enter: no composition, no modifier but Ctrl. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.metaKey && !isComposing(event)
}
