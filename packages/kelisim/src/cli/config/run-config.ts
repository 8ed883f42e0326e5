/** Runs one configuration file and writes what it gives to the banner; the process is for nothing else. */
import { readFileSync } from 'node:fs'
import { captureConfig } from './capture-config.ts'
import { encode } from './encoded-config.ts'

const [, , file = ''] = process.argv
const text = readFileSync(file, 'utf8')
// In a page the code is in its scripts; those with an address have none.
const scripts = text.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)
const source = /\.html?$/.test(file) ? [...scripts].map(([, code]) => code).join('\n;') : text
process.stdout.write(encode(captureConfig(source) ?? {}))
