import { callVendor, makeQueue, removeGlobal, setGlobal } from './vendor-globals.ts'
import { type Counter, vendorMemory } from './vendor-memory.ts'
import { stopVendor } from './vendor-script.ts'

/** Address of the counter's script. */
export const METRIKA = 'https://mc.yandex.ru/metrika/tag.js'

/** Queues the start of a counter; its script takes it from there. */
export function startCounter(id: string, settings: Readonly<Record<string, unknown>>): void {
  const counter = counterOf(id)
  removeGlobal(`disableYaCounter${id}`)
  counter.settings = settings
  if (!counter.init) begin(id, counter)
}

/**
 * Stops a counter. The flag keeps one that is still to be made from starting: it is read when the
 * counter is made, and never again.
 */
export function stopCounter(id: string): void {
  const counter = counterOf(id)
  setGlobal(`disableYaCounter${id}`, true)
  end(id, counter)
  counter.init = undefined
}

/** Turns session replay on or off; a counter that runs is started anew without a second page view. */
export function setRecording(id: string, recording: boolean): void {
  const counter = counterOf(id)
  counter.recording = recording
  if (!counter.init || counter.init.webvisor === recording) return
  // Until the script arrives the call waits in the queue, and can still be changed there.
  if (!vendorMemory().ran.has(METRIKA)) {
    counter.init.webvisor = recording
    return
  }
  end(id, counter)
  begin(id, counter)
}

function begin(id: string, counter: Counter): void {
  makeQueue('ym', 'a', { l: Date.now() })
  counter.init = {
    ...counter.settings,
    webvisor: counter.recording,
    ...(counter.counted && { defer: true }),
  }
  callVendor('ym', Number(id), 'init', counter.init)
}

function end(id: string, counter: Counter): void {
  stopVendor({ url: METRIKA, start: '', stubs: ['ym'] }, () => {
    counter.counted ||= !!counter.init
    callVendor('ym', Number(id), 'destruct')
  })
}

function counterOf(id: string): Counter {
  const { counters } = vendorMemory()
  const counter = counters.get(id) ?? { settings: {}, recording: false, counted: false }
  counters.set(id, counter)
  return counter
}
