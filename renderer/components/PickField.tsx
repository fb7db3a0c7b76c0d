import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { isComposing } from './composition.ts'
import { Field, type FieldFrame } from './Field.tsx'
import { findOptions, type Left, optionMeant, type PickOption } from './pickOptions.ts'

interface PickFieldProps extends FieldFrame {
  readonly options: readonly PickOption[]
  /** Id of the option chosen, or null. */
  readonly value: string | null
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** What is typed and is no option is a value too. */
  readonly free?: boolean
  onChange(value: string | null): void
  /** Chosen by Enter or a press: the focus may move on. */
  onPicked?(value: string): void
}

/**
 * One of many, found by typing a part of its words or their pinyin initials: arrows walk, Enter takes, Escape closes. Lighter than a
 * select of antd. What was typed and is no option makes the field invalid: see stopAtUnmatched.
 */
export function PickField(props: PickFieldProps) {
  const { label, hint, problem, required, quote, options, value, placeholder, autoFocus = false, free = false } = props
  const { onChange, onPicked } = props
  const { t } = useTranslation()
  const list = useId()
  const chosen = options.find(({ id }) => id === value)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [left, setLeft] = useState<Left | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const activeElement = useRef<HTMLDivElement>(null)
  const found = findOptions(options, typed ?? '')
  const text = typed?.trim() ?? ''
  const unmatched = !free && text !== ''
  const meant = left === null ? undefined : optionMeant(options, text, left, free)
  useEffect(() => {
    activeElement.current?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => {
    input.current?.setCustomValidity(unmatched ? 'unmatched' : '')
  }, [unmatched])

  const take = ({ id }: PickOption) => {
    setTyped(null)
    setLeft(null)
    setOpen(false)
    onChange(id)
  }
  const takeMeant = useEffectEvent(() => {
    if (!meant) return
    take(meant)
    // Entered, and the list was late: the hand still waits in this field to be led on.
    if (left === 'entered' && input.current?.matches(':focus')) onPicked?.(meant.id)
  })
  // On leaving, or later: the list may come after what was typed.
  useEffect(() => {
    if (meant?.id) takeMeant()
  }, [meant?.id])
  const pick = (option: PickOption) => {
    take(option)
    onPicked?.(option.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive(open ? (active + step + found.length) % Math.max(found.length, 1) : 0)
      setOpen(true)
    } else if (event.key === 'Enter' && open && found[active] && !event.ctrlKey) {
      event.preventDefault()
      pick(found[active])
    } else if (event.key === 'Enter' && open && found[active] && text !== '') {
      // Ctrl+Enter does what the form is for, with what was typed here: it is in the form before the form hears the key.
      const option = found[active]
      flushSync(() => take(option))
    } else if (event.key === 'Enter' && text !== '') {
      setLeft('entered')
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  const leave = () => {
    setOpen(false)
    setLeft((before) => before ?? 'left')
  }
  const shown = chosen?.label ?? (free ? value : null) ?? ''
  return (
    <Field
      {...{ label, hint, required, quote }}
      problem={problem ?? (unmatched && left ? t('pick.unmatched', { typed: text }) : undefined)}
      control={(ids) => (
        <div className="pick">
          <input
            ref={input}
            className="input"
            role="combobox"
            type="text"
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: the first field of a form the person asked for
            autoFocus={autoFocus}
            placeholder={placeholder}
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && found[active] ? `${list}-${found[active].id}` : undefined}
            {...ids}
            value={typed ?? shown}
            onChange={(event) => {
              setTyped(event.target.value)
              setLeft(null)
              setActive(0)
              // Emptied by hand: Enter goes on and takes nothing.
              setOpen(event.target.value.trim() !== '')
              onChange(free ? event.target.value : null)
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={leave}
            onInvalid={(event) => {
              event.preventDefault()
              leave()
            }}
          />
          {open ? (
            <div id={list} role="listbox" className="pick-list" aria-label={label}>
              {found.map((option, index) => (
                // The input keeps the focus and walks the list: options are not stops of their own.
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                <div
                  key={option.id}
                  id={`${list}-${option.id}`}
                  ref={index === active ? activeElement : undefined}
                  role="option"
                  aria-selected={index === active}
                  className="pick-option"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => pick(option)}
                >
                  <span>{option.label}</span>
                  {option.note ? <span className="muted">{option.note}</span> : null}
                </div>
              ))}
              {found.length === 0 ? <p className="pick-none">{t('pick.none')}</p> : null}
            </div>
          ) : null}
        </div>
      )}
    />
  )
}
