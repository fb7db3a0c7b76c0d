/** Names under which everything travels between page and main process: one for questions, one for the change feed. */
export const INVOKE = 'zhenshou:invoke'
export const CHANGE = 'zhenshou:change'
