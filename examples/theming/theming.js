const PROPERTIES = {
  '--kelisim-accent': '#d9480f',
  '--kelisim-on-accent': '#fff',
  '--kelisim-surface': '#fff8f0',
  '--kelisim-text': '#2b1a10',
  '--kelisim-muted': '#5c4a3d',
  '--kelisim-line': '#d8c8b8',
  '--kelisim-raised': '#f3e6d8',
  '--kelisim-solid': '#2b1a10',
  '--kelisim-on-solid': '#fff8f0',
  '--kelisim-radius': '4px',
  '--kelisim-font': 'Georgia, serif',
}
// oxfmt-ignore
const PARTS = [
  'notice', 'text', 'choice', 'more', 'languages', 'statement',
  'dialog', 'close', 'category', 'switch', 'service', 'record', 'withdraw',
  'operator', 'receipt', 'download', 'print', 'history', 'request',
  'embed', 'load',
]

const marks = new CSSStyleSheet()
document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks]

for (const [name, example] of Object.entries(PROPERTIES)) {
  const input = Object.assign(document.createElement('input'), { name, placeholder: example })
  input.addEventListener('input', () => {
    document.documentElement.style.setProperty(name, input.value)
  })
  add('tokens', name, input)
}
for (const name of PARTS) {
  const input = Object.assign(document.createElement('input'), { name, type: 'checkbox' })
  input.addEventListener('change', () => {
    const ticked = [...document.querySelectorAll('#parts :checked')]
    const selectors = ticked.flatMap((box) =>
      ['view', 'inline', 'placeholder'].map((host) => `kelisim-${host}::part(${box.name})`),
    )
    marks.replaceSync(selectors.length > 0 ? `${selectors} { outline: 3px dashed magenta }` : '')
  })
  add('parts', name, input)
}
document.querySelector('#shape').addEventListener('change', ({ currentTarget }) => {
  const { layout, place } = Object.fromEntries(new FormData(currentTarget))
  // What is pushed counts from then on: Kelisim starts again with it.
  window.kelisim.push({ layout, place })
})
document.querySelector('#dialog').addEventListener('click', () => window.kelisim.showPreferences())

function add(form, name, input) {
  const label = document.createElement('label')
  const words = document.createElement('code')
  words.textContent = name
  label.append(words, input)
  document.querySelector(`#${form}`).append(label)
}
