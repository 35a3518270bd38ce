// The page: wires stage, sound, timeline and panel together.

import * as api from './api.ts'
import { Avatar } from './avatar.ts'
import { SHOTS, type Shot } from './cameras.ts'
import { Faces } from './faces.ts'
import { Live } from './live.ts'
import type { Look } from './look.ts'
import { detectProfile, ProfileMapper, type Profile } from './profile.ts'
import { Sound } from './sound.ts'
import { Stage, type Picture } from './stage.ts'
import { BOTH, COLUMN, type Notice, type PoseReading, type Take, type Who } from './take.ts'
import { Timeline } from './timeline.ts'

const by = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]
const press = (button: HTMLElement, on: boolean): void => button.setAttribute('aria-pressed', String(on))

const sound = new Sound()
const timeline = new Timeline(by('timeline'), by('event'))
const faces = new Faces(by('weights'))
let stage: Stage
let profiles: Profile[] = []
let take: Take | null = null
let takeId = ''
let soundId = ''
let live: Live | null = null
let body: Who = 'a'
let busy = false

function say(text: string): void {
  by('status').textContent = text
}

function complain(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error)
  by('error-text').textContent = text.charAt(0).toUpperCase() + text.slice(1)
  by('error').hidden = false
  say('')
}

function loading(text: string | null, share?: number): void {
  by('loading').hidden = text === null
  if (text !== null) by('loading-text').textContent = text
  const bar = by<HTMLProgressElement>('loading-bar')
  if (share === undefined) bar.removeAttribute('value')
  else bar.value = share
}

/** Runs one thing at a time; what goes wrong is shown, and the page stays as it was. */
async function doing(what: string, work: () => Promise<void>): Promise<void> {
  if (busy) return
  busy = true
  by<HTMLButtonElement>('animate').disabled = true
  by('error').hidden = true
  loading(what)
  try {
    await work()
  } catch (error) {
    complain(error)
  } finally {
    busy = false
    by<HTMLButtonElement>('animate').disabled = !soundId
    loading(null)
  }
}

async function showTake(id: string): Promise<void> {
  const next = await api.take(id)
  let buffer: AudioBuffer | null = null
  if (next.about.sound) {
    soundId = next.about.sound
    buffer = await sound.decode(await api.sound(soundId))
  }
  takeId = id
  take = next
  faces.reset()
  press(by('flame-toggle'), false)
  stage.show(take)
  sound.load(buffer, take.seconds)
  timeline.show(take, buffer)
  describe(take)
}

function describe(shown: Take): void {
  const about = shown.about
  by('title').textContent = `${about.title}, ${shown.seconds.toFixed(1)} s`
  const parts = [about.model && `model ${about.model}`, about.role_source && `roles from ${about.role_source.replace('_', ' ')}`]
  by('made').textContent = parts.filter(Boolean).join(', ')
  if (about.pose) reading(about.pose)
  for (const notice of about.notices ?? []) note(notice)
}

function note(notice: Notice): void {
  say(`${notice.severity === 'warning' ? 'Note: ' : ''}${notice.message}`)
}

function reading(pose: PoseReading): void {
  const box = by('reading')
  const unsure = pose.confidence < 0.5
  box.className = unsure ? 'reading unsure' : 'reading'
  const missed = pose.not_understood.length ? ` Not understood: ${pose.not_understood.join(', ')}.` : ''
  box.textContent = `${unsure ? 'A guess: ' : ''}${pose.reading} (${Math.round(pose.confidence * 100)}% sure).${missed}`
}

async function animate(): Promise<void> {
  await doing('Animating…', async () => {
    const wish = {
      sound: soundId,
      look_ahead: by<HTMLSelectElement>('look-ahead').value,
      seed: Number(by<HTMLInputElement>('seed').value) || 0,
      pose: by<HTMLTextAreaElement>('pose').value,
      roles: by<HTMLSelectElement>('roles').value,
    }
    await stopLive()
    await showTake(await api.bake(wish, (share) => loading('Animating…', share)))
  })
}

/** Names the sound that is open and offers what may be done with it. */
async function useSound(id: string): Promise<void> {
  soundId = id
  const about = (await api.session()).sounds[id]
  if (!about) return
  by('sound-name').textContent = `${about.name}, ${about.seconds.toFixed(1)} s, ${about.tracks === 2 ? 'two tracks' : 'one track'}`
  const roles = by<HTMLSelectElement>('roles')
  for (const option of roles.options) {
    option.disabled = (option.value === 'tracks' && about.tracks !== 2) || (option.value === 'labels' && !about.labels)
  }
  roles.value = about.tracks === 2 ? 'tracks' : about.labels ? 'labels' : 'automatic'
}

async function open(file: File): Promise<void> {
  if (/\.(glb|gltf|vrm)$/i.test(file.name)) return dress(file)
  let done = false
  await doing(`Reading ${file.name}…`, async () => {
    const id = await api.upload(file, by<HTMLInputElement>('split').checked, soundId)
    await useSound(id)
    done = true
  })
  if (done) await animate()
}

async function dress(file: File): Promise<void> {
  await doing(`Reading ${file.name}…`, async () => {
    const avatar = await Avatar.read(file, profiles, stage.people[body].neckToEyes)
    stage.replace(body, avatar)
    by('avatar-about').textContent = `${file.name} as ${body.toUpperCase()}: ${avatar.about}`
    by<HTMLButtonElement>('avatar-off').disabled = false
  })
}

async function stopLive(): Promise<void> {
  const ending = live
  live = null
  press(by('microphone'), false)
  if (!ending) return
  await ending.stop()
  sound.load(null, ending.take.seconds)
  timeline.show(ending.take, null)
  say('')
}

async function toggleLive(): Promise<void> {
  if (live) return stopLive()
  await doing('Asking for the microphone…', async () => {
    sound.pause()
    const seed = Number(by<HTMLInputElement>('seed').value) || 0
    live = await Live.start(by<HTMLTextAreaElement>('pose').value.trim(), seed, {
      event: () => {},
      notice: note,
      pose: reading,
      ended: (error) => {
        if (error) complain(error)
        void stopLive()
      },
    })
    take = live.take
    takeId = ''
    faces.reset()
    stage.show(take)
    timeline.show(take, null)
    by('title').textContent = 'live: you are A'
    press(by('microphone'), true)
    say('listening')
    setTimeout(() => live && stage.show(live.take), 800)
  })
}

function seek(seconds: number): void {
  if (!live) sound.seek(seconds)
}

function step(frames: number): void {
  if (!take || live) return
  sound.pause()
  const frame = Math.round(sound.time * take.fps) + frames
  sound.seek(Math.min(Math.max(frame, 0), take.frames - 1) / take.fps)
}

function toggle(): void {
  if (live) return
  if (sound.playing) sound.pause()
  else void sound.play()
}

function cut(kind: Shot): void {
  stage.cut(kind)
  for (const button of all('#cameras button')) press(button, button.dataset.shot === kind)
}

function setLoop(on: boolean): void {
  sound.loop = on
  press(by('loop'), on)
}

function setRays(on: boolean): void {
  stage.rays = on
  press(by('rays'), on)
}

function slower(): void {
  const select = by<HTMLSelectElement>('speed')
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length
  sound.speed = Number(select.value)
}

function keys(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (/^(TEXTAREA|INPUT|SELECT)$/.test(target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return
  const key = event.key.toLowerCase()
  const fps = take?.fps ?? 30
  const actions: Record<string, () => void> = {
    ' ': toggle,
    arrowleft: () => step(event.shiftKey ? -fps : -1),
    arrowright: () => step(event.shiftKey ? fps : 1),
    home: () => seek(0),
    end: () => seek(sound.seconds),
    g: () => setRays(!stage.rays),
    l: () => setLoop(!sound.loop),
    s: slower,
  }
  const shot = SHOTS[Number(key) - 1]
  if (key === ' ' && target.tagName === 'BUTTON' && target.id !== 'play') return
  if (actions[key]) actions[key]()
  else if (shot) cut(shot.id)
  else return
  event.preventDefault()
}

function wire(): void {
  for (const [i, { id, label, long }] of SHOTS.entries()) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.title = `${long} (${i + 1})`
    button.setAttribute('aria-label', long)
    button.dataset.shot = id
    press(button, id === 'both')
    button.addEventListener('click', () => cut(id))
    by('cameras').append(button)
  }
  by('play').addEventListener('click', toggle)
  by('loop').addEventListener('click', () => setLoop(!sound.loop))
  by('rays').addEventListener('click', () => setRays(!stage.rays))
  by('animate').addEventListener('click', () => void animate())
  by('microphone').addEventListener('click', () => void toggleLive())
  by('error-close').addEventListener('click', () => (by('error').hidden = true))
  by('picture').addEventListener('change', () => (stage.picture = by<HTMLSelectElement>('picture').value as Picture))
  by('speed').addEventListener('change', () => (sound.speed = Number(by<HTMLSelectElement>('speed').value)))
  by('panel-toggle').addEventListener('click', () => {
    const wide = document.body.classList.toggle('wide')
    by('panel-toggle').setAttribute('aria-expanded', String(!wide))
  })
  by('read-pose').addEventListener('click', () => {
    const text = by<HTMLTextAreaElement>('pose').value
    const shown = live ? api.poseLive(live.id, text).then(() => {}) : api.readPose(text).then(reading)
    shown.catch(complain)
  })
  by('file').addEventListener('change', () => {
    const input = by<HTMLInputElement>('file')
    if (input.files?.[0]) void open(input.files[0])
    input.value = ''
  })
  for (const button of all('[data-who]')) {
    button.addEventListener('click', () => {
      faces.who = button.dataset.who as Who
      faces.colour()
      for (const other of all('[data-who]')) press(other, other === button)
    })
  }
  for (const button of all('[data-body]')) {
    button.addEventListener('click', () => {
      body = button.dataset.body as Who
      for (const other of all('[data-body]')) press(other, other === button)
    })
  }
  by('flame-toggle').addEventListener('click', () => {
    const on = by('flame-toggle').getAttribute('aria-pressed') !== 'true'
    if (!on || !take || !takeId) {
      faces.reset()
      press(by('flame-toggle'), false)
      if (on) complain('FLAME coefficients are shown of takes, not live')
      return
    }
    faces.showFlame(takeId, take.frames).then(() => press(by('flame-toggle'), true), complain)
  })
  by('avatar-off').addEventListener('click', () => {
    for (const who of BOTH) stage.replace(who, null)
    by('avatar-about').textContent = ''
    by<HTMLButtonElement>('avatar-off').disabled = true
  })
  timeline.onSeek = seek
  sound.onEnd = () => {}
  addEventListener('keydown', keys)
  let depth = 0
  addEventListener('dragenter', (event) => {
    event.preventDefault()
    depth++
    by('drop').hidden = false
  })
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1)
    by('drop').hidden = depth === 0
  })
  addEventListener('dragover', (event) => event.preventDefault())
  addEventListener('drop', (event) => {
    event.preventDefault()
    depth = 0
    by('drop').hidden = true
    const file = event.dataTransfer?.files[0]
    if (file) void open(file)
  })
}

function draw(): void {
  requestAnimationFrame(draw)
  sound.tick()
  const time = live ? live.time : sound.time
  stage.showAt(time)
  timeline.draw(time)
  const row = stage.rows[faces.who]
  faces.update(row, take ? Math.min(Math.round(time * take.fps), take.frames - 1) : 0)
  for (const who of BOTH) by(`tag-${who}`).classList.toggle('on', stage.rows[who][COLUMN.speaking[0]] >= 0.5)
  const seconds = take?.seconds ?? 0
  const text = `${time.toFixed(2)} / ${seconds.toFixed(1)}`
  if (by('time').textContent !== text) {
    by('time').textContent = text
    by('timeline').setAttribute('aria-valuenow', time.toFixed(2))
  }
  const label = sound.playing ? 'Pause' : 'Play'
  if (by('play').getAttribute('aria-label') !== label) {
    by('play').setAttribute('aria-label', label)
    by('play').textContent = sound.playing ? '❚❚' : '▶'
  }
}

async function begin(): Promise<void> {
  wire()
  try {
    const [look, presets, session] = await Promise.all([
      api.json<Look>('api/look.json'), api.json<Profile[]>('api/profiles.json'), api.session(),
    ])
    profiles = presets
    stage = await Stage.open(by('view'), look)
    // For tests and for the curious: the page's state, to be read.
    Object.assign(window, {
      visavis: {
        stage,
        sound,
        detectProfile: (names: string[]) => detectProfile(profiles, names)?.name ?? null,
        mapProfile: (profile: string | Profile, names: string[], cases: number[][]) => {
          const chosen = typeof profile === 'string' ? profiles.find((p) => p.name === profile)! : profile
          const mapper = new ProfileMapper(chosen, names)
          return cases.map((weights) => [...mapper.map(weights)])
        },
        get take() {
          return take
        },
      },
    })
    draw()
    if (session.first_sound) await useSound(session.first_sound)
    if (session.first) await doing('Opening…', () => showTake(session.first))
    else if (session.first_sound) await animate()
    else loading(null)
    document.body.dataset.ready = 'true'
  } catch (error) {
    loading(null)
    complain(error)
  }
}

void begin()
