/** Names under which everything travels between page and main process: one for questions, one for the change feed. */
export const INVOKE = 'zhenshou:invoke'
export const CHANGE = 'zhenshou:change'

/**
 * Topics of the change feed beside the aggregates. Here and not with their channels: the program around the page names them
 * before the first paint, and must not load the whole contract for a word.
 */
export const SHELL_TOPIC = 'shell'
export const POWER_TOPIC = 'power'
export const STORE_TOPIC = 'store'
export const QUEUE_TOPIC = 'queue'
/** This console went into a drill or came out of it: everything on screen is of another world now. */
export const DRILL_TOPIC = 'drillMode'
