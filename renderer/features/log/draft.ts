/** What was typed into the entry box and not saved yet: it survives a crash and a restart of this console. */
const KEY = 'zhenshou.log.draft'

export function readDraft(storage: Pick<Storage, 'getItem'>): string {
  try {
    return storage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(storage: Pick<Storage, 'setItem' | 'removeItem'>, text: string): void {
  try {
    if (text === '') storage.removeItem(KEY)
    else storage.setItem(KEY, text)
  } catch {
    // A full storage: the text is still in the box.
    return
  }
}
