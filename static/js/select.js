// The selection of a list: counted, kept while rows are replaced by newer ones.
(() => {
  const boxes = () => [...document.querySelectorAll('input[name=selected]')];
  const chosen = new Set();

  function count() {
    boxes().forEach((box) => (box.checked ? chosen.add(box.value) : chosen.delete(box.value)));
    const output = document.getElementById('bulk-count'), all = document.querySelector('[data-select-all]');
    if (output) output.textContent = boxes().filter((box) => box.checked).length;
    if (all) all.textContent = boxes().every((box) => box.checked) ? 'Select none' : 'Select all';
  }

  document.addEventListener('change', ({ target }) => target.matches('input[name=selected]') && count());
  document.addEventListener('live:changed', ({ target }) => {
    const box = target.querySelector?.('input[name=selected]');
    if (box && chosen.has(box.value)) box.checked = true;
    count();
  });
  document.addEventListener('htmx:afterSettle', count);
  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-select-all]')) return;
    event.preventDefault();
    const on = !boxes().every((box) => box.checked);
    boxes().forEach((box) => { box.checked = on; });
    count();
  });
  count();
})();
