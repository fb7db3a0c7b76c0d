// Which texts the source asks for. A key is a literal in t('…'), or a template t(`group.${x}`) whose values the table
// below lists. Unprefixed keys belong to a namespace the file names in useTranslation('…'), else to `common`; a file
// without one writes `ns:key`.
export interface KeyUse {
  readonly file: string
  /** As written; `*` stands for what a template fills in. */
  readonly key: string
  /** The namespaces it may belong to. */
  readonly namespaces: readonly string[]
}

/** Every key asked for by t(…) in one file. */
export function findKeyUses(file: string, text: string): KeyUse[] {
  const declared = [...text.matchAll(/useTranslation\((?:'([^']+)')?\)/g)].map(([, name]) => name ?? 'common')
  const namespaces = declared.length > 0 ? [...new Set(declared)] : ['common']
  return [...text.matchAll(/(?<![\w.'"`])(?:tools\.|i18n\.)?(?:t|texts)\(/g)].flatMap(({ index, 0: call }) =>
    literalsOf(firstArgument(text, index + call.length)).map((literal): KeyUse => {
      const colon = literal.indexOf(':')
      return colon < 0
        ? { file, key: literal, namespaces }
        : { file, key: literal.slice(colon + 1), namespaces: [literal.slice(0, colon)] }
    }),
  )
}

/** The source of the first argument: up to the comma or bracket that ends it. */
function firstArgument(text: string, from: number): string {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === "'" || sign === '`') at = endOfLiteral(text, at)
    else if ('([{'.includes(sign)) depth++
    else if (')]}'.includes(sign) && depth-- === 0) return text.slice(from, at)
    else if (sign === ',' && depth === 0) return text.slice(from, at)
  }
  return text.slice(from)
}

function endOfLiteral(text: string, start: number): number {
  const quote = text[start]
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === quote) return at
    else if (quote === '`' && text.startsWith('${', at)) at = endOfHole(text, at + 2)
  }
  return text.length
}

/** Where the `}` is that ends the hole of a template; templates may stand inside it. */
function endOfHole(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === "'" || sign === '`') at = endOfLiteral(text, at)
    else if (sign === '{') depth++
    else if (sign === '}' && depth-- === 0) return at
  }
  return text.length
}

/** String literals of an expression that can be its value: not what they are compared with. */
function literalsOf(expression: string): string[] {
  const found: string[] = []
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] !== "'" && expression[at] !== '`') continue
    const end = endOfLiteral(expression, at)
    const compared = /[!=]==\s*$/.test(expression.slice(0, at)) || /^\s*[!=]==/.test(expression.slice(end + 1))
    if (!compared) found.push(withoutHoles(expression.slice(at + 1, end)))
    at = end
  }
  return found
}

function withoutHoles(template: string): string {
  let plain = ''
  for (let at = 0; at < template.length; at++) {
    if (template.startsWith('${', at)) {
      at = endOfHole(template, at + 2)
      plain += '*'
    } else plain += template[at]
  }
  return plain
}

/** Keys of a namespace with dots between their parts. */
export function flatten(texts: unknown, prefix = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return [prefix]
  return Object.entries(texts).flatMap(([key, value]) => flatten(value, prefix ? `${prefix}.${key}` : key))
}

/** `group.*` as a pattern; the hole may hold dots, as kinds of events do. */
export function patternOf(key: string): RegExp {
  const escaped = key.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  // i18next picks a variant (`_other`, `_incident`) of a key by itself.
  return new RegExp(`^${escaped.join('.+')}(_\\w+)?$`)
}
