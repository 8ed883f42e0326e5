/** Counts no longer. */
export function stopVisits(): void {
  const place = document.querySelector('#visits')
  if (place) place.textContent = 'остановлен'
}
