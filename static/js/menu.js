// Menus are <details>: Escape, a click elsewhere or a second menu closes them. On phones the anchors say which part is in view.
(() => {
  const open = () => document.querySelectorAll('details:is(.menu, .more)[open]');
  document.addEventListener('click', ({ target }) => open().forEach((it) => { if (!it.contains(target)) it.open = false; }));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    open().forEach((it) => { it.open = false; it.querySelector('summary').focus(); });
  });
  document.addEventListener('htmx:afterRequest', ({ detail, target }) => { const menu = target.closest?.('.menu'); if (detail.successful && menu) menu.open = false; });
  document.addEventListener('toggle', ({ target }) => { if (target.open && target.matches('.menu')) target.querySelector('[autofocus], .form :is(textarea, input:not([type=hidden]))')?.focus(); }, true);
  document.addEventListener('click', ({ target }) => { // <button data-dialog="id"> opens a <dialog>, <button data-close> closes it
    const opener = target.closest('[data-dialog]');
    if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
    if (target.closest('[data-close]')) target.closest('dialog')?.close();
  });

  const anchors = [...document.querySelectorAll('.anchors a')];
  if (anchors.length && 'IntersectionObserver' in window) {
    const watch = new IntersectionObserver((entries) => entries.filter((it) => it.isIntersecting).forEach(({ target }) => anchors.forEach((it) => {
      if (it.hash === '#' + target.id) it.setAttribute('aria-current', 'true'); else it.removeAttribute('aria-current');
    })), { rootMargin: '-30% 0px -65%' });
    anchors.forEach((it) => { const part = document.getElementById(it.hash.slice(1)); if (part) watch.observe(part); });
  }
})();
