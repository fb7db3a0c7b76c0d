import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LikelySame, PersonLine } from '../../../shared/ipc/people.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refusal } from '../../components/Refusal.tsx'
import './people.css'

export interface LikelySameViewProps {
  readonly groups: readonly LikelySame[]
  readonly people: readonly PersonLine[]
  readonly pending: boolean
  readonly refusal: string | undefined
  /** The others of the group become `into`. */
  onMerge(group: LikelySame, into: string): void
  onClose(): void
}

/** Records that share a phone or a name. The person decides; a township has many of one name. */
export function LikelySameView({ groups, people, pending, refusal, onMerge, onClose }: LikelySameViewProps) {
  const { t } = useTranslation('people')
  return (
    <Dialog title={t('likelySameTitle')} wide onCancel={onClose}>
      <p className="muted">{t(groups.length > 0 ? 'likelySameHow' : 'likelySameNone')}</p>
      <div>
        {groups.map((group) => (
          <Group
            key={`${group.by} ${group.people.map(({ id }) => id).join(' ')}`}
            {...{ group, people, pending, onMerge }}
          />
        ))}
      </div>
      <Refusal text={refusal} />
      <div className="dialog-buttons">
        <Button onClick={onClose} hotkey="Esc">
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}

type GroupProps = Pick<LikelySameViewProps, 'people' | 'pending' | 'onMerge'> & { readonly group: LikelySame }

function Group({ group, people, pending, onMerge }: GroupProps) {
  const { t } = useTranslation('people')
  const [into, setInto] = useState(group.people[0]?.id ?? '')
  const lines = group.people.flatMap(({ id }) => people.find((person) => person.id === id) ?? [])
  return (
    <fieldset className="people-group">
      <legend>{t(`sameBy.${group.by}`)}</legend>
      {lines.map(({ id, name, post, phone, roles }) => (
        <label key={id} className="people-choice">
          <input
            type="radio"
            name={`${group.by}-${group.people[0]?.id}`}
            checked={id === into}
            onChange={() => setInto(id)}
          />
          <strong>{name}</strong>
          <span className="muted">
            {[post, phone, ...roles.map((role) => t(`role.${role}`))].filter(Boolean).join(t('common:list.comma'))}
          </span>
        </label>
      ))}
      <Button size="small" pending={pending} onClick={() => onMerge(group, into)}>
        {t('mergeIntoChosen')}
      </Button>
    </fieldset>
  )
}
