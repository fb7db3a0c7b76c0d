import { canonicalJson, type Json } from './canonical.ts'
import type { FrameOf } from './frames.ts'
import { fromHex, toHex } from './hex.ts'
import type { Primitives, Signer } from './primitives.ts'

type Hello = FrameOf<'hello'>
type Welcome = FrameOf<'welcome'>
type Text = Pick<Primitives, 'encodeText'>

/**
 * Both sides sign the connection's nonce, which the hub chose: a recorded hello cannot be replayed on another connection, and
 * the welcome names the device, so it cannot be passed on to another one.
 */
function helloBytes(hello: Omit<Hello, 'sig'>, nonce: string, { encodeText }: Text): Uint8Array {
  return encodeText(`zhenshou-hello-1 ${canonicalJson([nonce, plain(hello)])}`)
}

function welcomeBytes(welcome: Omit<Welcome, 'sig'>, nonce: string, device: string, { encodeText }: Text): Uint8Array {
  return encodeText(`zhenshou-welcome-1 ${canonicalJson([nonce, device, plain(welcome)])}`)
}

export function signHello(hello: Omit<Hello, 'sig'>, nonce: string, signer: Signer, text: Text): Hello {
  return { ...hello, sig: toHex(signer.sign(helloBytes(hello, nonce, text))) }
}

export function verifyHello(
  { sig, ...hello }: Hello,
  nonce: string,
  publicKey: Uint8Array,
  primitives: Primitives,
): boolean {
  return primitives.verify(publicKey, helloBytes(hello, nonce, primitives), fromHex(sig))
}

export function signWelcome(
  welcome: Omit<Welcome, 'sig'>,
  nonce: string,
  device: string,
  signer: Signer,
  text: Text,
): Welcome {
  return { ...welcome, sig: toHex(signer.sign(welcomeBytes(welcome, nonce, device, text))) }
}

export function verifyWelcome(
  { sig, ...welcome }: Welcome,
  nonce: string,
  device: string,
  primitives: Primitives,
): boolean {
  return primitives.verify(fromHex(welcome.publicKey), welcomeBytes(welcome, nonce, device, primitives), fromHex(sig))
}

function plain(frame: Omit<Hello, 'sig'> | Omit<Welcome, 'sig'>): Json {
  const { v, ...rest } = frame
  // Frames hold JSON only; the schema's types do not say so.
  return { v, ...rest } as unknown as Json
}
