/** The chat: each prompt says itself whether the model may learn from it. */
const form = document.querySelector('#chat')
const answers = document.querySelector('#answers')

// The tag takes its own list away once it is there, so the consent is asked for when a prompt is sent.
const mayTrain = () =>
  new Promise((tell) => {
    window.kelisim.push(({ acceptedCategory }) => tell(acceptedCategory('ai-training')))
  })

const add = (text) => {
  const item = answers.appendChild(document.createElement('li'))
  item.textContent = text
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const prompt = form.elements.prompt.value
  form.reset()
  sessionStorage.removeItem('draft')
  const body = JSON.stringify({ prompt, mayTrain: await mayTrain() })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('/api/chat', { method: 'POST', headers, body }).catch(() => null)
  add(response?.ok ? (await response.json()).answer : 'Это пример: отвечать здесь некому.')
})
form.addEventListener('input', () => sessionStorage.setItem('draft', form.elements.prompt.value))
form.elements.prompt.value = sessionStorage.getItem('draft') ?? ''
