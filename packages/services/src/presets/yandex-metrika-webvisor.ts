import { assertCounterId, metrika } from '../metrika-facts.ts'
import { setRecording } from '../metrika-counter.ts'
import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { trackerRadar } from '../public-sources.ts'
import { recordActions } from '../service-purposes.ts'
import { recording } from '../storage-purposes.ts'
import { stored } from '../stored.ts'

/** Options of `yandexMetrikaWebvisor`. */
export interface YandexMetrikaWebvisorOptions extends PresetOptions {
  /** Number of the counter, the same as of `yandexMetrika`. */
  readonly id: string | number
}

/**
 * Session replay of a Yandex Metrika counter. It loads nothing itself: while it is allowed, the
 * counter of `yandexMetrika` is started with `webvisor: true`, and without it with `false`.
 *
 * @throws {ConsentError} `bad-option` if the id is not a counter's number.
 */
export function yandexMetrikaWebvisor(options: YandexMetrikaWebvisorOptions): Preset {
  const id = assertCounterId('yandexMetrikaWebvisor', options.id)
  return definePreset(
    {
      ...metrika,
      id: 'yandex-metrika-webvisor',
      name: 'Yandex Metrika Webvisor',
      purpose: recordActions,
      recordsInput: true,
      storage: stored('cookie 1', 'measured', recording, { '_ym_visorc*': 'PT30M' }),
      sources: [...metrika.sources, trackerRadar],
      load: () => setRecording(id, true),
      stop: () => setRecording(id, false),
    },
    options,
  )
}
