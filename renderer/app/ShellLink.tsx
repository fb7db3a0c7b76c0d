import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '../../shared/ipc/languages.ts'
import { SHELL_TOPIC } from '../../shared/ipc/names.ts'
import { call } from '../call.ts'
import { onTopic } from '../changeFeed.ts'
import { useNotices } from '../components/notices.ts'
import { followBattery } from './followBattery.ts'

/** A desk that cannot open says so itself; what is said here to the program around the page can wait for the next start. */
const ignore = () => undefined

/** What passes between the page and the program around it, whichever screen is shown: language, battery, things to be told once. */
export function ShellLink(): null {
  const { t, i18n } = useTranslation('shell')
  const { tell } = useNotices()
  const { language } = i18n
  useEffect(() => {
    if (isLanguage(language)) call('console.setLanguage', language).catch(ignore)
  }, [language])
  useEffect(() => {
    return followBattery((reading) => void call('power.report', reading).catch(ignore))
  }, [])
  const tellNotices = useEffectEvent(async () => {
    for (const notice of await call('console.takeNotices', null)) {
      tell(notice === 'recovered' ? 'warn' : 'info', t(`notices.${notice}`))
    }
  })
  useEffect(() => {
    const ask = () => void tellNotices().catch(ignore)
    ask()
    return onTopic(SHELL_TOPIC, ask)
  }, [])
  return null
}
