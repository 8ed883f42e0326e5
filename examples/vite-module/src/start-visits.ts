/** Shows that it counts. */
export function startVisits(): void {
  const place = document.querySelector('#visits')
  if (place) place.textContent = 'считает'
}
