import { ConfigProvider } from 'antd'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '../i18n/i18n.ts'
import type { LanguagePack } from '../i18n/languages.ts'
import { antdTheme } from './antdTheme.ts'
import { DEFAULT_LOOK, keepLook, type Look, readLook } from './look.ts'

interface LookControl {
  readonly look: Look
  /** What is on screen now: `system` resolved. */
  readonly dark: boolean
  change(part: Partial<Look>): void
}

const LookContext = createContext<LookControl>({ look: DEFAULT_LOOK, dark: false, change: () => undefined })

/** Theme, text size and language of this console, and the way to change them. */
export function useLook(): LookControl {
  return useContext(LookContext)
}

export interface LookProviderProps {
  /** The pack the page started with. */
  readonly pack: LanguagePack
  readonly children: ReactNode
}

/** Puts the look on the page (attributes of the root element, antd's theme and locale) and keeps it. */
export function LookProvider({ pack: first, children }: LookProviderProps) {
  const { i18n } = useTranslation()
  const [look, setLook] = useState(() => readLook(localStorage))
  const [pack, setPack] = useState(first)
  const systemDark = useSystemDark()
  const dark = look.theme === 'system' ? systemDark : look.theme === 'dark'

  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.theme = dark ? 'dark' : 'light'
    dataset.size = look.size
  }, [dark, look.size])

  const change = useCallback(
    (part: Partial<Look>) => {
      const next = { ...look, ...part }
      setLook(next)
      keepLook(localStorage, next)
      const { language } = part
      if (!language || language === i18n.language) return
      changeLanguage(i18n, language).then(
        (loaded) => {
          setPack(loaded)
          document.documentElement.lang = language
          // A reload must not fall back to the command line's wish.
          const address = new URL(location.href)
          if (address.searchParams.has('lang')) address.searchParams.set('lang', language)
          history.replaceState(null, '', address)
        },
        // The file of a language lies beside the page itself: without it the old one stays.
        () => undefined,
      )
    },
    [i18n, look],
  )

  const control = useMemo(() => ({ look, dark, change }), [look, dark, change])
  const theme = useMemo(() => antdTheme(dark, look.size), [dark, look.size])
  return (
    <LookContext value={control}>
      <ConfigProvider locale={pack.antd} theme={theme} wave={{ disabled: true }}>
        {children}
      </ConfigProvider>
    </LookContext>
  )
}

function useSystemDark(): boolean {
  const [media] = useState(() => matchMedia('(prefers-color-scheme: dark)'))
  const [dark, setDark] = useState(media.matches)
  useEffect(() => {
    const follow = () => setDark(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [media])
  return dark
}
