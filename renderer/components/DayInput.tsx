import CalendarOutlined from '@ant-design/icons/es/icons/CalendarOutlined'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beijingDay } from '../../shared/domain/beijing.ts'
import { isComposing } from './composition.ts'
import { readDay, shiftDay } from './dayInput.ts'

export interface DayInputProps {
  /** Accessible name. */
  readonly label: string
  /** YYYY-MM-DD (Beijing), '' for none. */
  readonly value: string
  readonly placeholder?: string
  onChange(day: string): void
}

/**
 * A day, typed the way people write it (0714, 7-14) or taken from the system's calendar; up and down go day by day. The
 * browser's own date field is not used for typing: it writes dates in the order of the system's language.
 */
export function DayInput({ label, value, placeholder, onChange }: DayInputProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const read = typed === null ? value : readDay(typed, Date.now())
  const take = () => {
    if (typed === null || read === null) return
    setTyped(null)
    if (read !== value) onChange(read)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (event.key === 'Enter') take()
    if (step === undefined) return
    event.preventDefault()
    setTyped(null)
    onChange(value === '' ? beijingDay(Date.now()) : shiftDay(value, step))
  }
  return (
    <span className="day-input">
      <input
        className="input digits"
        aria-label={label}
        aria-invalid={read === null}
        title={read === null ? t('form.noDay') : undefined}
        placeholder={placeholder ?? t('form.day')}
        autoComplete="off"
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        className="day-input-open"
        aria-label={t('form.calendar', { label })}
        onClick={() => calendar.current?.showPicker()}
      >
        <CalendarOutlined aria-hidden="true" />
      </button>
      <input
        ref={calendar}
        type="date"
        className="day-input-calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={(event) => {
          setTyped(null)
          onChange(event.target.value)
        }}
      />
    </span>
  )
}
