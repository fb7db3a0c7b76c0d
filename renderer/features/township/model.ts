import type { Organisation } from '../../../shared/domain/township/events.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import type { TownshipNow } from '../../../shared/ipc/township.ts'

export interface TownshipForm {
  readonly name: string
  readonly county: string
  readonly organisation: Organisation
}

export function formOf({ name, county, organisation }: TownshipNow): TownshipForm {
  return { name, county, organisation }
}

/** Only what was changed; null when nothing was, or a name was left empty. */
export function changesOf(township: TownshipNow, form: TownshipForm): ArgsOf<'township.edit'>['set'] | null {
  const [name, county] = [form.name.trim(), form.county.trim()]
  if (name === '' || county === '') return null
  const set = {
    ...(name === township.name ? {} : { name }),
    ...(county === township.county ? {} : { county }),
    ...(form.organisation === township.organisation ? {} : { organisation: form.organisation }),
  }
  return Object.keys(set).length > 0 ? set : null
}
