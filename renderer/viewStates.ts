import type { ComponentType } from 'react'

/** A view with every state it can be in, each by its name: what the tests render and the gallery shows. */
export interface ViewStates<Props> {
  readonly view: ComponentType<Props>
  readonly states: Readonly<Record<string, Props>>
}

/**
 * For a feature's `states.ts` (or .tsx): `export const logRoomStates = viewStates(LogRoomView, { empty: {…}, … })`. Every export of every
 * such file is rendered in both languages by tests/renderer/views.test.tsx and looked at by axe in both themes.
 */
export function viewStates<Props extends object>(
  view: ComponentType<Props>,
  states: Readonly<Record<string, Props>>,
): ViewStates<Props> {
  return { view, states }
}
