// Stands for a vendor's script, which would come from the vendor's own address.
window.chat = {
  open() {
    document.querySelector('#chat').textContent = 'открыт'
  },
  close() {
    document.querySelector('#chat').textContent = 'закрыт'
  },
}
