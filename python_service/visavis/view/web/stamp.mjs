// Writes down which sources the built page was made of and what came out, so that a test can tell when they part.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'stamp.mjs', 'src']
const files = (path) => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((n) => files(join(path, n))) : [path])
const hash = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')
const table = (paths, from) => Object.fromEntries(paths.map((p) => [p.slice(from.length).replaceAll('\\', '/'), hash(p)]))
const built = files('../page').filter((p) => !p.endsWith('stamp.json'))
const stamp = { sources: table(SOURCES.flatMap(files), ''), page: table(built, '../page/') }
writeFileSync('../page/stamp.json', `${JSON.stringify(stamp, null, 1)}\n`)
