// What the stand-ins of the vendors share. Each notes the commands it takes, in order, and sends what the
// vendor would send, so that tests can see both.
window.vendorCalls ||= []

/** Notes a command: `arguments` objects and lists by their entries, objects as one. */
export const note = (name, call) =>
  vendorCalls.push([name, ...(call.length === undefined ? [call] : Array.from(call))])

/** Sends a hit, as an image does. */
export const send = (address, fields = {}) => {
  new Image().src = `${address}?${new URLSearchParams(fields)}`
}

/** Writes a cookie on the widest domain that the browser lets a page write for. */
export const keep = (name, value, days = 365) => {
  const labels = location.hostname.split('.')
  for (let count = 1; count <= labels.length; count++) {
    const domain = labels.slice(-count).join('.')
    document.cookie = `${name}=${value}; Path=/; Domain=${domain}; Max-Age=${days * 86400}`
    if (read(name) === `${value}`) return
  }
}

export const read = (name) =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

export const newId = () => `${Math.random()}`.slice(2, 12)
