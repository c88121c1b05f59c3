// The list of alerts: a acknowledges what is selected or in focus, s silences it. A flapping alert stays one line.
(() => {
  const list = () => document.querySelector('.alert-rows.selectable');
  if (!list()) return;
  const rows = () => [...list().querySelectorAll('.alert-row')];
  const box = (row) => row?.querySelector('input[name=selected]');

  function something() {
    if (rows().some((row) => box(row).checked)) return true;
    const current = box(document.activeElement.closest('.selectable .alert-row'));
    if (current?.offsetParent) current.click();
    return Boolean(current?.checked);
  }

  const acts = {
    a: () => document.getElementById('bulk-acknowledge').click(),
    s: () => { document.getElementById('bulk-silence').open = true; document.getElementById('bulk-comment').focus(); },
  };
  document.addEventListener('key', (event) => {
    if (!acts[event.detail]) return;
    event.preventDefault();
    if (something()) acts[event.detail]();
  });
  document.addEventListener('live:arrived', ({ detail: { element, container } }) => {
    if (container === list()) rows().forEach((row) => { if (row !== element && row.dataset.key === element.dataset.key) row.remove(); });
  });
  const show = () => document.querySelectorAll('[data-select-all]').forEach((it) => { it.hidden = false; });
  document.addEventListener('htmx:afterSettle', show);
  show();
})();
