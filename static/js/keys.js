// Single keys: told as "key" to whoever acts on them, unless somebody types, a dialog is open, or they are switched off under "Keys".
(() => {
  const dialog = document.getElementById('keys'), choice = dialog?.querySelector('input');
  if (!dialog) return;
  choice.checked = localStorage.getItem('keys') !== 'off';
  choice.addEventListener('change', () => localStorage.setItem('keys', choice.checked ? 'on' : 'off'));
  document.querySelectorAll('[data-dialog=keys]').forEach((it) => { it.hidden = !matchMedia('(hover: hover)').matches; });

  document.addEventListener('keydown', (event) => {
    if (!choice.checked || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.target.closest?.('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])')) return;
    if (event.key === '?') dialog.showModal();
    else if (document.dispatchEvent(new CustomEvent('key', { detail: event.key, cancelable: true }))) return;
    event.preventDefault();
  });
})();
// Lists by keyboard: j and k move from row to row, o opens, x selects the row in focus or under the pointer.
(() => {
  const links = () => [...document.querySelectorAll('main :is(.row-link, .found a)')].filter((it) => it.offsetParent);
  const row = (element) => element?.closest('li, tr, .found a');

  function move(by) {
    const every = links(), here = row(document.activeElement), at = every.findIndex((it) => row(it) === here);
    const next = at < 0 ? (by > 0 ? 0 : every.length - 1) : Math.min(every.length - 1, Math.max(0, at + by));
    every[next]?.focus();
  }

  const acts = {
    j: () => move(1),
    k: () => move(-1),
    o: () => { const here = row(document.activeElement); if (here) links().find((it) => row(it) === here)?.click(); },
    x: () => (row(document.activeElement) || document.querySelector(':is(li, tr):hover:has([name=selected])'))?.querySelector('[name=selected]:not([hidden] *)')?.click(),
  };
  document.addEventListener('key', (event) => { if (acts[event.detail]) { event.preventDefault(); acts[event.detail](); } });
})();
