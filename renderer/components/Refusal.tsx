/** Why the desk refused, in words; nothing when it did not. Read aloud at once. */
export function Refusal({ text }: { readonly text: string | undefined }) {
  if (!text) return null
  return (
    <p className="field-problem" role="alert">
      {text}
    </p>
  )
}
