import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPerson } from '../../../shared/ipc/session.ts'
import { Button } from '../../components/Button.tsx'
import { useAct } from '../../components/useAct.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { QuickChange } from './QuickChange.tsx'
import './session.css'

/** Who is signed in, and what they can do about it: 换人 (Alt+Q), 锁屏 (Alt+L), a new password, 退出登录. */
export function PersonMenu({ person }: { readonly person: SessionPerson }) {
  const { t } = useTranslation('session')
  const menu = useId()
  const popover = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<'change' | 'password' | null>(null)
  const lock = useAct('session.lock')
  const signOut = useAct('session.signOut')
  const close = () => popover.current?.hidePopover()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.shiftKey || event.isComposing) return
    if (event.code === 'KeyQ') setOpen('change')
    else if (event.code === 'KeyL') void lock.run(null)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  return (
    <>
      <button
        type="button"
        className="top-button"
        popoverTarget={menu}
        style={{ anchorName: `--${menu}` }}
        aria-label={t('menu', { name: person.name })}
      >
        <span className="top-label">{t('common:top.person')}</span>
        {person.name}
      </button>
      <div
        ref={popover}
        id={menu}
        popover="auto"
        className="popover session-menu"
        style={{ positionAnchor: `--${menu}` }}
      >
        <p className="muted">{person.roles.map((role) => t(`people:role.${role}`)).join('、')}</p>
        <Button
          kind="quiet"
          hotkey="Alt+Q"
          onClick={() => {
            close()
            setOpen('change')
          }}
        >
          {t('change')}
        </Button>
        <Button kind="quiet" hotkey="Alt+L" onClick={() => void lock.run(null)}>
          {t('lock')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            close()
            setOpen('password')
          }}
        >
          {t('changePassword')}
        </Button>
        <Button kind="quiet" onClick={() => void signOut.run(null)}>
          {t('signOut')}
        </Button>
      </div>
      {open === 'change' ? <QuickChange onClose={() => setOpen(null)} /> : null}
      {open === 'password' ? <ChangePassword person={person} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
