import { Select } from 'antd'
import type { TFunction } from 'i18next'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RECIPIENT_KINDS, type Recipient } from '../../../shared/domain/task/events.ts'
import type { TeamLoad } from '../../../shared/ipc/teams.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { isComposing, isPlainEnter } from '../../components/composition.ts'
import { Field } from '../../components/Field.tsx'
import { matchesTyped } from '../../components/pinyin.ts'
import { loadWords, placeWords } from '../teams/LoadMark.tsx'
import type { RecipientOption } from './recipients.ts'
import './issueTask.css'

export interface RecipientPickerProps {
  readonly label: string
  readonly options: readonly RecipientOption[]
  readonly value: readonly Recipient[]
  /** Several: one task each. */
  readonly several: boolean
  readonly problem?: string | undefined
  onChange(value: readonly Recipient[]): void
}

/** Teams, villages and persons, found by name, by pinyin initials (ljw 李家湾) or by phone. */
export function RecipientPicker({ label, options, value, several, problem, onChange }: RecipientPickerProps) {
  const { t } = useTranslation('tasks')
  const [open, setOpen] = useState(false)
  const walked = useRef(false)
  const known = new Map(options.map(({ recipient }) => [recipient.id, recipient]))
  // What was chosen before stays, also when it can no longer be chosen.
  for (const recipient of value) if (!known.has(recipient.id)) known.set(recipient.id, recipient)
  const shared = {
    options: groupsOf(options, t),
    showSearch: {
      filterOption: (typed: string, option: unknown) => isOption(option) && matchesTyped(option.words, typed),
    },
    placeholder: t('recipientsPlaceholder'),
    notFoundContent: t('noRecipient'),
    open,
    onOpenChange: setOpen,
    // The list belongs to the dialog, which stands above the page.
    getPopupContainer: (trigger: HTMLElement) => trigger.parentElement ?? document.body,
    labelRender: ({ value: id }: { value: string | number }) => known.get(String(id))?.name ?? '',
  }
  return (
    <Field
      label={label}
      hint={several ? t('recipientsHint') : undefined}
      problem={problem}
      required
      control={(ids) => (
        <div
          className="task-recipients"
          onKeyDownCapture={(event) => {
            passOn(event, open)
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walked.current = true
            if (!several || value.length === 0 || walked.current || !isEmptyEnter(event)) return
            event.preventDefault()
            event.stopPropagation()
            setOpen(false)
          }}
        >
          {several ? (
            <Select<string[]>
              {...ids}
              {...shared}
              mode="multiple"
              value={value.map(({ id }) => id)}
              onChange={(chosen) => {
                walked.current = false
                onChange(chosen.flatMap((id) => known.get(id) ?? []))
              }}
            />
          ) : (
            <Select<string | null>
              {...ids}
              {...shared}
              value={value[0]?.id ?? null}
              onChange={(id) => onChange([known.get(id ?? '')].flatMap((one) => one ?? []))}
            />
          )}
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

function groupsOf(options: readonly RecipientOption[], t: TFunction<'tasks'>) {
  return RECIPIENT_KINDS.map((kind) => ({
    label: t(`kind.${kind}`),
    options: options.filter(({ recipient }) => recipient.kind === kind).map((option) => choiceOf(option, t)),
  })).filter((group) => group.options.length > 0)
}

function choiceOf({ recipient: { id, name, phone = '' }, remark, load }: RecipientOption, t: TFunction<'tasks'>) {
  const said = load ? [loadWords(load, t), placeSince(load, t)] : []
  const remarks = [remark, phone, ...said].filter(Boolean).join(' · ')
  return { value: id, label: remarks ? `${name}（${remarks}）` : name, words: `${name} ${remark} ${phone}` }
}

/** 在 李家湾村二组（03:12 起）; '' when nothing is known. */
function placeSince(load: TeamLoad, t: TFunction<'tasks'>): string {
  if (!load.place) return ''
  return t('teams:load.since', { place: placeWords(load, t), at: formatBeijing(load.place.at, 'monthDay') })
}

function isOption(option: unknown): option is { readonly words: string } {
  return typeof option === 'object' && option !== null && 'words' in option && typeof option.words === 'string'
}
