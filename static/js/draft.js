// Marks a form as dirty while it holds text that was not sent; live updates then wait, see place.js.
(() => {
  const holder = (field) => field.form || field;
  const counts = (field) => field.matches('textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=hidden], [type=search])') && holder(field).method !== 'get';
  document.addEventListener('input', ({ target }) => counts(target) && holder(target).setAttribute('data-dirty', ''));
  ['submit', 'reset'].forEach((name) => document.addEventListener(name, ({ target }) => target.removeAttribute('data-dirty'), true));
  document.addEventListener('htmx:responseError', ({ target }) => target.closest?.('form')?.setAttribute('data-dirty', ''));
  document.addEventListener('htmx:sendError', ({ target }) => target.closest?.('form')?.setAttribute('data-dirty', ''));
})();
