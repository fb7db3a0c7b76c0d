import { createElement, type ReactElement } from 'react'
import type { ViewStates } from '../../renderer/viewStates.ts'

export interface Exhibit {
  /** `log/logRoomStates/empty` */
  readonly name: string
  render(): ReactElement
}

/** Every state of every view, from the modules a glob over states.ts found. */
export function collectExhibits(modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Exhibit[] {
  return Object.entries(modules).flatMap(([path, exported]) =>
    Object.entries(exported)
      .filter((entry): entry is [string, ViewStates<object>] => isViewStates(entry[1]))
      .flatMap(([name, { view, states }]) =>
        Object.entries(states).map(([state, props]) => ({
          name: `${path.split('/').at(-2)}/${name}/${state}`,
          render: () => createElement(view, props),
        })),
      ),
  )
}

function isViewStates(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'view' in value && 'states' in value
}
