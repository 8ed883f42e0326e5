import { expect, test } from 'vitest'
import { captureConfig } from './capture-config.ts'

test.each([
  ['export default { services: [] }', { services: [] }],
  ['module.exports = undefined', undefined],
  ['export const config = { services: [{ name: "x" }] }', { services: [{ name: 'x' }] }],
  ['import { setup } from "klaro"\nsetup({ services: [1] })', { services: [1] }],
  [
    'document.addEventListener("DOMContentLoaded", () => klaro.setup({ apps: [1] }))',
    { apps: [1] },
  ],
  ['const klaroConfig = { services: [1] }', { services: [1] }],
  [
    'window.kelisim = window.kelisim || []\nkelisim.push({ languages: ["kk"] }, () => {}); kelisim.push({ color: "red" })',
    { languages: ['kk'], color: 'red' },
  ],
  [
    'const { country } = document.documentElement.dataset; (window.kelisim ||= []).push({ country, color: "red" })',
    { country: undefined, color: 'red' },
  ],
])('finds the configuration in %s', (source, config) => {
  expect(captureConfig(source)).toEqual(config)
})

test('gives a configuration no file, no process and no time without end', () => {
  expect(() => captureConfig('require("fs")')).toThrow('require is not defined')
  expect(() => captureConfig('process.exit()')).toThrow('process is not defined')
  expect(() => captureConfig('for (;;) {}')).toThrow('timed out')
})
