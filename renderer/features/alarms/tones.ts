import type { Siren } from './model.ts'

/** One beep: when it begins after the start of a round, how long it lasts (s), how high it is (Hz). */
export interface Beep {
  readonly at: number
  readonly lasts: number
  readonly pitch: number
}

export interface Pattern {
  readonly beeps: readonly Beep[]
  /** Seconds from one round to the next. */
  readonly every: number
  /** 0 to 1. */
  readonly volume: number
}

/** High and quick where lives hang on it; a plain double beep when a time has passed; one soft beep when it is running out. */
export const PATTERNS: Readonly<Record<Siren, Pattern>> = {
  lifeSafety: {
    beeps: [0, 0.3, 0.6, 0.9].map((at, index) => ({ at, lasts: 0.22, pitch: index % 2 === 0 ? 988 : 740 })),
    every: 2.4,
    volume: 0.5,
  },
  overdue: {
    beeps: [0, 0.3].map((at) => ({ at, lasts: 0.22, pitch: 784 })),
    every: 4,
    volume: 0.35,
  },
  soon: { beeps: [{ at: 0, lasts: 0.3, pitch: 587 }], every: 12, volume: 0.2 },
}

/** The part of Web Audio used here. */
export type AudioContextLike = Pick<
  AudioContext,
  'currentTime' | 'destination' | 'state' | 'createOscillator' | 'createGain' | 'resume' | 'close'
>

/** Sounds a pattern until it is ended. @returns ends it at once. */
export function playPattern(audio: AudioContextLike, { beeps, every, volume }: Pattern): () => void {
  const round = () => {
    // Rounds asked for while the browser holds the sound back would all come at once later.
    if (audio.state !== 'running') return
    for (const beep of beeps) playBeep(audio, beep, volume)
  }
  round()
  const timer = setInterval(round, every * 1000)
  return () => {
    clearInterval(timer)
    void audio.close()
  }
}

/** Rises and falls within some milliseconds: a tone cut off hard clicks in the loudspeaker. */
function playBeep(audio: AudioContextLike, { at, lasts, pitch }: Beep, volume: number): void {
  const start = audio.currentTime + at
  const tone = audio.createOscillator()
  const gain = audio.createGain()
  tone.frequency.value = pitch
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(volume, start + 0.02)
  gain.gain.setValueAtTime(volume, start + lasts - 0.04)
  gain.gain.linearRampToValueAtTime(0, start + lasts)
  tone.connect(gain).connect(audio.destination)
  tone.start(start)
  tone.stop(start + lasts)
}
