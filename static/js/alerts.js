// The list of alerts by keyboard: j k move, x selects, a acknowledges, s silences, Enter opens, ? says so. What is selected stays so when a row is replaced.
(() => {
  const list = () => document.querySelector('.alert-rows.selectable');
  if (!list()) return;
  const rows = () => [...list().querySelectorAll('.alert-row')];
  const box = (row) => row.querySelector('input[name=selected]');
  const current = () => document.activeElement?.closest('.selectable .alert-row');
  const chosen = new Set();
  const all = () => document.getElementById('select-all');

  function note(input) {
    if (input.checked) chosen.add(input.value); else chosen.delete(input.value);
    const boxes = rows().map(box);
    if (all()) { all().checked = boxes.every((it) => it.checked); all().indeterminate = !all().checked && boxes.some((it) => it.checked); }
  }

  function move(by) {
    const every = rows(), at = every.indexOf(current());
    every[at < 0 ? (by > 0 ? 0 : every.length - 1) : Math.min(every.length - 1, Math.max(0, at + by))]?.querySelector('.row-link').focus();
  }

  function select(row, on) {
    if (!row || box(row).offsetParent === null) return false;
    box(row).checked = on;
    note(box(row));
    return true;
  }

  const something = () => rows().some((row) => box(row).checked) || select(current(), true);
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    x: () => { const row = current(); if (row) select(row, !box(row).checked); },
    a: () => { if (something()) document.getElementById('bulk-acknowledge').click(); },
    s: () => { if (something()) { document.getElementById('bulk-silence').open = true; document.getElementById('bulk-comment').focus(); } },
    '?': () => document.getElementById('alert-keys').showModal(),
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.target.matches('textarea, select, [contenteditable], input:not([type=checkbox])')) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener('change', ({ target }) => {
    if (target === all()) rows().forEach((row) => select(row, target.checked));
    else if (target.name === 'selected') note(target);
  });
  document.addEventListener('live:changed', ({ target }) => {
    const input = target.matches?.('.alert-row') && box(target);
    if (input && chosen.has(input.value)) input.checked = true;
  });
  document.addEventListener('live:arrived', ({ detail: { element, container } }) => { // a flapping alert stays one line
    if (container === list()) rows().forEach((row) => { if (row !== element && row.dataset.key === element.dataset.key) row.remove(); });
  });
  const show = () => document.querySelectorAll('[data-select-all]').forEach((it) => { it.hidden = false; });
  document.addEventListener('htmx:afterSettle', show);
  show();
})();
