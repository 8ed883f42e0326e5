/** Shows under which id the ledger has the choice, and how many records are still on their way there. */
const consentId = document.querySelector('#consent-id')
const waiting = document.querySelector('#waiting')

const show = () => {
  waiting.textContent = Object.keys(localStorage).filter((key) =>
    /^kelisim-(outbox|pending)/.test(key),
  ).length
}

window.kelisim ||= []
window.kelisim.push(({ onConsent, $decision }) => {
  onConsent(() => {
    consentId.textContent = $decision.get()?.consentId ?? 'ещё нет ответа'
  })
})
// Other tabs deliver, too, and nothing tells this one.
setInterval(show, 500)
