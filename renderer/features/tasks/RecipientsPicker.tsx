import { Select } from 'antd'
import type { TFunction } from 'i18next'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RECIPIENT_KINDS, type Recipient } from '../../../shared/domain/task/events.ts'
import { isComposing, isPlainEnter } from '../../components/composition.ts'
import { Field } from '../../components/Field.tsx'
import { matchesTyped } from '../../components/pinyin.ts'
import type { RecipientOption } from './recipients.ts'
import { remarksOf } from './recipientWords.ts'
import './issueTask.css'

interface RecipientsPickerProps {
  readonly label: string
  readonly options: readonly RecipientOption[]
  readonly value: readonly Recipient[]
  readonly problem?: string | undefined
  onChange(value: readonly Recipient[]): void
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
  const field = useRef<HTMLDivElement>(null)
  const known = new Map(options.map(({ recipient }) => [recipient.id, recipient]))
  // What was chosen before stays, also when it can no longer be chosen.
  for (const recipient of value) if (!known.has(recipient.id)) known.set(recipient.id, recipient)
  const text = typed.trim()
  const meant = left && text !== '' ? meantBy(text, options) : undefined
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
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walked.current = true
            if (value.length === 0 || walked.current || !isEmptyEnter(event)) return
            event.preventDefault()
            event.stopPropagation()
            setOpen(false)
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
            options={groupsOf(options, t)}
            showSearch={{
              filterOption: (said: string, option: unknown) => isOption(option) && matchesTyped(option.words, said),
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
            onChange={(chosen) => take(chosen.flatMap((id) => known.get(id) ?? []))}
          />
        </div>
      )}
    />
  )
}

/** Typed in full, or so that only one is left. */
function meantBy(text: string, options: readonly RecipientOption[]): Recipient | undefined {
  const exact = options.filter(({ recipient }) => recipient.name === text)
  const [meant, ...others] = exact.length > 0 ? exact : options.filter((one) => matchesTyped(wordsOf(one), text))
  return others.length > 0 ? undefined : meant?.recipient
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

function groupsOf(options: readonly RecipientOption[], t: TFunction) {
  return RECIPIENT_KINDS.map((kind) => ({
    label: t(`kind.${kind}`),
    options: options.filter(({ recipient }) => recipient.kind === kind).map((option) => choiceOf(option, t)),
  })).filter((group) => group.options.length > 0)
}

function choiceOf(option: RecipientOption, t: TFunction) {
  const { id, name } = option.recipient
  const remarks = remarksOf(option, t)
  return { value: id, label: remarks ? `${name}（${remarks}）` : name, words: wordsOf(option) }
}

function wordsOf({ recipient: { name, phone = '' }, remark }: RecipientOption): string {
  return `${name} ${remark} ${phone}`
}

function isOption(option: unknown): option is { readonly words: string } {
  return typeof option === 'object' && option !== null && 'words' in option && typeof option.words === 'string'
}
