// What the page asks of the server that sent it.

import { Take, type PoseReading } from './take.ts'

export interface SoundAbout { name: string; seconds: number; tracks: number; labels: boolean }
export interface TakeListed { title: string; sound: string | null; seconds: number }
export interface Session {
  version: string
  first: string
  first_sound: string
  sounds: Record<string, SoundAbout>
  takes: Record<string, TakeListed>
}
export interface Wish { sound: string; look_ahead: string; seed: number; pose: string; roles: string }

/** Something the server refused; `field` says what was at fault. */
export class Refused extends Error {
  readonly field: string
  constructor(field: string, message: string) {
    super(field && !['file', 'request'].includes(field) ? `${field}: ${message}` : message)
    this.field = field
  }
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(path, init)
  } catch {
    throw new Error('the server does not answer; is `visavis view` still running?')
  }
  if (!answer.ok) {
    const said = await answer.json().catch(() => null)
    if (said?.error) throw new Refused(said.error.field, said.error.message)
    throw new Error(`the server answered ${answer.status}`)
  }
  return answer
}

const post = (body: unknown): RequestInit => ({
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
})

export const session = async (): Promise<Session> => (await ask('api/session')).json()
export const json = async <T>(path: string): Promise<T> => (await ask(path)).json()
export const take = async (id: string): Promise<Take> => Take.parse(await (await ask(`api/takes/${id}`)).arrayBuffer())
export const flame = async (id: string): Promise<Float32Array> =>
  new Float32Array(await (await ask(`api/takes/${id}/flame`)).arrayBuffer())
export const sound = async (id: string): Promise<ArrayBuffer> => (await ask(`api/sounds/${id}`)).arrayBuffer()
export const readPose = async (text: string): Promise<PoseReading> => (await ask('api/pose', post({ text }))).json()

export async function upload(file: File, split: boolean, belongsTo: string): Promise<string> {
  const query = new URLSearchParams({ name: file.name, split: split ? '1' : '0', for: belongsTo })
  const answer = await ask(`api/sounds?${query}`, { method: 'POST', body: file })
  return (await answer.json()).sound
}

/** Animates a sound; resolves to the take's id. */
export async function bake(wish: Wish, progress: (share: number) => void): Promise<string> {
  const answer = await ask('api/bake', post(wish))
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) throw new Error('the server stopped before it was done')
    const lines = (rest + value).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      const message = JSON.parse(line)
      if (message.error) throw new Refused(message.error.field, message.error.message)
      if (message.progress !== undefined) progress(message.progress)
      if (message.take) return message.take
    }
  }
}

export const openLive = async (sampleRate: number, pose: string, seed: number): Promise<string> =>
  (await (await ask('api/live', post({ sample_rate: sampleRate, pose, seed }))).json()).live
export const sendLive = (id: string, samples: Float32Array<ArrayBuffer>): Promise<Response> =>
  ask(`api/live/${id}/sound`, { method: 'POST', body: samples })
export const poseLive = (id: string, text: string): Promise<Response> => ask(`api/live/${id}/pose`, post({ text }))
export const endLive = (id: string): Promise<Response> => ask(`api/live/${id}/end`, { method: 'POST', body: '' })
export const liveFrames = (id: string): Promise<Response> => ask(`api/live/${id}/frames`)
