import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import { isNarrow } from '../../shared/protocol/linkWidth.ts'
import type { EnginePorts } from './enginePorts.ts'
import type { EngineLink } from './ports.ts'

/** How frames are written on each link: narrow ones speak the codebook, as long as the hub understands it. */
export interface LinkCodecs {
  /** The codec of the link's last connection; JSON before the first. */
  of(link: string): FrameCodec
  /** One codec a connection: it remembers what was said on it. */
  renew(settings: EngineLink['settings']): FrameCodec
  /** The hub has not this codebook, or reads something else in it: from now on it is spoken to plainly over this link. */
  distrust(link: string): void
}

export function createLinkCodecs({ codec, narrowCodec }: Pick<EnginePorts, 'codec' | 'narrowCodec'>): LinkCodecs {
  const codecs = new Map<string, FrameCodec>()
  const misunderstood = new Set<string>()
  return {
    of: (link) => codecs.get(link) ?? codec,
    renew({ id, bitRate }) {
      const fresh = isNarrow(bitRate) && !misunderstood.has(id) ? (narrowCodec?.() ?? codec) : codec
      codecs.set(id, fresh)
      return fresh
    },
    distrust(link) {
      if (codecs.get(link) !== codec) misunderstood.add(link)
    },
  }
}
