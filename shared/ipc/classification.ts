import { z } from 'zod'
import type { Classification } from '../domain/classification.ts'
import { channel } from './channel.ts'

export const classificationChannels = {
  'classification.read': channel(z.null()).answers<Classification>(),
} as const
