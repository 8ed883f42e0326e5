document
  .querySelector('#ran')
  .append(Object.assign(document.createElement('li'), { textContent: 'pixel' }))
