import { Select } from 'antd'
import type { TFunction } from 'i18next'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RECIPIENT_KINDS, type Recipient } from '../../../shared/domain/task/events.ts'
import { isComposing, isPlainEnter } from '../../components/composition.ts'
import { Field } from '../../components/Field.tsx'
import { findOptions, optionMeant, type PickOption } from '../../components/pickOptions.ts'
import type { RecipientOption } from './recipients.ts'
import { pickOptionOf } from './recipientWords.ts'
import './issueTask.css'

interface RecipientsPickerProps {
  readonly label: string
  readonly options: readonly RecipientOption[]
  readonly value: readonly Recipient[]
  readonly problem?: string | undefined
  onChange(value: readonly Recipient[]): void
}

interface Choice extends PickOption {
  readonly recipient: Recipient
}

/**
 * Several teams, villages and persons, one task each; found by name, by pinyin initials (ljw 李家湾) or by phone. What is typed and not
 * taken when the field is left is taken if only one can be meant; else it stays and makes the field invalid: see stopAtUnmatched.
 */
export function RecipientsPicker({ label, options, value, problem, onChange }: RecipientsPickerProps) {
  const { t } = useTranslation('tasks')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [left, setLeft] = useState(false)
  const walked = useRef(false)
  const entered = useRef(false)
  const field = useRef<HTMLDivElement>(null)
  const known = new Map(options.map(({ recipient }) => [recipient.id, recipient]))
  // What was chosen before stays, also when it can no longer be chosen.
  for (const recipient of value) if (!known.has(recipient.id)) known.set(recipient.id, recipient)
  const choices: readonly Choice[] = options.map((option) => ({
    ...pickOptionOf(option, t),
    recipient: option.recipient,
  }))
  const found = findOptions(choices, typed)
  const text = typed.trim()
  const meant = left ? optionMeant(choices, text, 'left')?.recipient : undefined
  useEffect(() => {
    field.current?.querySelector('input')?.setCustomValidity(text === '' ? '' : 'unmatched')
  }, [text])

  const take = (chosen: readonly Recipient[]) => {
    walked.current = false
    setTyped('')
    setLeft(false)
    onChange(chosen)
  }
  const takeMeant = useEffectEvent(() => {
    if (meant) take(value.some(({ id }) => id === meant.id) ? value : [...value, meant])
  })
  // On leaving, or later: the list may come after what was typed.
  useEffect(() => {
    if (meant?.id) takeMeant()
  }, [meant?.id])

  return (
    <Field
      label={label}
      hint={t('recipientsHint')}
      problem={problem ?? (left && text !== '' ? t('common:pick.unmatched', { typed: text }) : undefined)}
      required
      control={(ids) => (
        <div
          ref={field}
          className="task-recipients"
          onKeyDownCapture={(event) => {
            passOn(event, open)
            entered.current = event.key === 'Enter' && text !== ''
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walked.current = true
            if (value.length === 0 || walked.current || !isEmptyEnter(event)) return
            event.preventDefault()
            event.stopPropagation()
            setOpen(false)
          }}
          onMouseDownCapture={() => {
            entered.current = false
          }}
          onInvalidCapture={(event) => {
            event.preventDefault()
            setLeft(true)
            setOpen(true)
          }}
        >
          <Select<string[]>
            {...ids}
            mode="multiple"
            options={groupsOf(found).map(({ kind, options }) => ({
              label: t(`kind.${kind}`),
              options: options.map((one) => choiceOf(one, t)),
            }))}
            showSearch={{
              filterOption: false,
              searchValue: typed,
              onSearch(said) {
                setTyped(said)
                setLeft(false)
              },
            }}
            placeholder={t('recipientsPlaceholder')}
            notFoundContent={t('noRecipient')}
            open={open}
            onOpenChange={setOpen}
            onBlur={() => setLeft(true)}
            // What is typed shows only while the list is open.
            onFocus={() => setOpen((before) => before || text !== '')}
            // The list belongs to the dialog, which stands above the page.
            getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
            labelRender={({ value: id }) => known.get(String(id))?.name ?? ''}
            value={value.map(({ id }) => id)}
            onChange={(ids) => {
              const chosen = ids.flatMap((id) => known.get(id) ?? [])
              // The list takes Enter on who is chosen already for “give back”: who is named once more is meant, not unmeant.
              take(entered.current && chosen.length < value.length ? value : chosen)
            }}
          />
        </div>
      )}
    />
  )
}

/**
 * Ctrl+Enter sends the form, which the list would keep to itself; Escape closes the list, and only the list. The list takes Tab
 * for “choose, or give back, what is marked”: with nothing typed, so after a choice, it leaves the field instead.
 */
function passOn(event: KeyboardEvent<HTMLElement>, open: boolean): void {
  if (event.key === 'Escape' && open) event.preventDefault()
  if (event.key === 'Tab' && event.target instanceof HTMLInputElement && event.target.value === '')
    event.stopPropagation()
  if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event)) return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.closest('form')?.requestSubmit()
}

/**
 * Enter once more after a choice, with nothing typed and no arrow pressed: it closes the list. Taking what happens to be marked would
 * give the task to a second team that nobody meant.
 */
function isEmptyEnter(event: KeyboardEvent<HTMLElement>): boolean {
  return isPlainEnter(event) && event.target instanceof HTMLInputElement && event.target.value === ''
}

/** By kind; the kind that holds the best find stands first, so that Enter takes it. */
function groupsOf(found: readonly Choice[]) {
  const kinds = new Set([...found.map(({ recipient }) => recipient.kind), ...RECIPIENT_KINDS])
  return [...kinds].flatMap((kind) => {
    const options = found.filter(({ recipient }) => recipient.kind === kind)
    return options.length === 0 ? [] : [{ kind, options }]
  })
}

function choiceOf({ id, label, note }: Choice, t: TFunction) {
  return { value: id, label: note ? t('common:list.remark', { what: label, remark: note }) : label }
}
