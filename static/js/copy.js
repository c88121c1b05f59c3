// A link that carries data-copy copies the text that it leads to; where that can't be done it is followed.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-copy]');
  if (!link || event.ctrlKey || event.metaKey || !navigator.clipboard || !window.ClipboardItem) return;
  event.preventDefault();
  const text = fetch(link.href).then((answer) => (answer.ok ? answer.blob() : Promise.reject(answer))).then((blob) => new Blob([blob], { type: 'text/plain' }));
  navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
    .then(() => document.dispatchEvent(new CustomEvent('toast', { detail: { text: link.dataset.copy } })))
    .catch(() => { location.href = link.href; });
});
