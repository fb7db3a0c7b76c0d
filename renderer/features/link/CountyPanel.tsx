import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { CountyPanelView } from './CountyPanelView.tsx'

/** Address and enrolment at the county's hub. */
export function CountyPanel() {
  const { t } = useTranslation('link')
  const { t: common } = useTranslation()
  const { tell } = useNotices()
  const hub = useDesk('sync.hub', null, ['sync'])
  const setHub = useAct('sync.setHub')
  const enroll = useAct('sync.enroll', { quiet: true })
  const cancel = useAct('sync.cancelEnroll')
  const [typed, setTyped] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState<string>()
  if (!hub.data) return null
  const address = typed ?? hub.data.url

  const saveAddress = async () => {
    const { ok } = await setHub.run({ url: address })
    if (ok) setTyped(null)
    return ok
  }
  const takeIn = async () => {
    setRefusal(undefined)
    if (address !== hub.data?.url && !(await saveAddress())) return
    const answer = await enroll.run({ code })
    if (!answer.ok) return
    const { outcome, reason } = answer.value
    if (outcome === 'enrolled') tell('good', t('done'))
    else if (outcome === 'pending') tell('info', t('later'))
    else setRefusal(common(`link.reason.${reason}`))
  }
  return (
    <CountyPanelView
      hub={hub.data}
      address={address}
      code={code}
      pending={setHub.pending || enroll.pending}
      problem={refusal ?? enroll.problem}
      onAddress={setTyped}
      onCode={setCode}
      onSaveAddress={() => void saveAddress()}
      onEnroll={() => void takeIn()}
      onCancelEnroll={() => void cancel.run(null)}
    />
  )
}
