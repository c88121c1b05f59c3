// Puts what live.js receives where it belongs: an element replaces the one with its id, or enters the container that declares its event.
// It never moves what is under the pointer and never eats what someone is typing: such changes wait.
(() => {
  const byId = (id) => document.getElementById(id);
  const waiting = new Map(); // id → newer element, while the one on the page is in use
  const held = new Map(); // container → elements not yet let in
  const field = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])';

  const typing = () => document.activeElement?.matches(field);
  const inUse = (element) => (typing() && element.contains(document.activeElement))
    || element.closest('[data-dirty]') || element.querySelector('[data-dirty], .menu[open], dialog[open]');
  const first = (container) => container.dataset.liveInsert === 'afterbegin';
  const scrolledPast = (container) => container.getBoundingClientRect().top < 0;
  const containerOf = (name) => [...document.querySelectorAll('[data-live-insert]')].find((it) => it.dataset.live.split(/[\s,]+/).includes(name));

  function apply(element, name) {
    if (element.dataset.badge) return document.querySelectorAll(`[data-badge="${element.dataset.badge}"]`).forEach((it) => it.replaceWith(element.cloneNode(true)));
    const old = element.id && byId(element.id);
    if (old) return inUse(old) ? waiting.set(element.id, element) : replace(old, element);
    held.forEach((rows, container) => { held.set(container, rows.filter((row) => row.id !== element.id)); offer(container); });
    const container = containerOf(name);
    if (!container || element.hasAttribute('data-remove') || (container.dataset.liveRefuses && element.matches(container.dataset.liveRefuses))) return;
    const disturbing = container.matches(':focus-within') || (matchMedia('(hover: hover)').matches && container.matches(':hover')) || scrolledPast(container);
    if (!first(container) || !disturbing) return admit(container, element);
    held.set(container, [...(held.get(container) || []), element]);
    offer(container);
  }

  function replace(old, element) {
    const focused = old.contains(document.activeElement) && document.activeElement.id;
    waiting.delete(element.id);
    if (element.hasAttribute('data-remove')) return old.remove();
    if (old.open) element.open = true;
    old.querySelectorAll('details[open][id]').forEach((it) => element.querySelector('#' + CSS.escape(it.id))?.setAttribute('open', ''));
    old.replaceWith(element);
    settle(element);
    if (focused) byId(focused)?.focus({ preventScroll: true });
  }

  /** Lists in an order of their own name the data of their rows that it goes by. */
  const rank = (container, row) => (container.dataset.liveRanked || '').split(' ').map((name) => row.dataset[name]).join(' ');

  function admit(container, element) {
    const last = () => (first(container) ? container.lastElementChild : container.firstElementChild);
    const ranked = 'liveRanked' in container.dataset, mine = rank(container, element);
    const later = ranked && [...container.children].find((it) => ('liveBackward' in container.dataset ? rank(container, it) < mine : rank(container, it) >= mine));
    if (later) later.before(element);
    else if (ranked && 'liveMore' in container.dataset) return; // it belongs on a page further on
    else container.insertAdjacentElement(ranked ? 'beforeend' : container.dataset.liveInsert, element);
    while (container.children.length > Number(container.dataset.liveMax || Infinity) && !inUse(last())) last().remove();
    settle(element);
    document.dispatchEvent(new CustomEvent('live:arrived', { detail: { element, container } }));
  }

  function offer(container) {
    const rows = held.get(container) || [], at = container.closest('table') || container;
    const slot = at.previousElementSibling?.matches('[data-live-held]') ? at.previousElementSibling : document.createElement('div');
    if (!slot.isConnected) { slot.className = 'held'; slot.setAttribute('data-live-held', ''); at.before(slot); }
    slot.innerHTML = rows.length ? `<button type="button" class="button small"><svg class="icon small" aria-hidden="true"><use href="/icons/sprite.svg#arrow-up"></use></svg>${rows.length} new, show</button>` : '';
    slot.firstElementChild?.addEventListener('click', () => {
      held.delete(container);
      offer(container);
      rows.forEach((row) => admit(container, row));
      if (scrolledPast(container)) container.scrollIntoView();
    });
  }

  function settle(element) {
    window.htmx?.process(element);
    element.dispatchEvent(new CustomEvent('live:changed', { bubbles: true }));
  }

  function reload() {
    if (!typing() && !document.querySelector('[data-dirty], dialog[open]')) return location.reload();
    if (!byId('out-of-date')) byId('content').insertAdjacentHTML('afterbegin', '<div class="banner warning" id="out-of-date" role="status"><p>This page is out of date. Your text stays until you reload.</p><a class="button small" href="">Reload</a></div>');
  }

  document.addEventListener('live:event', ({ detail: { name, html } }) => {
    if (name === 'reload') return reload();
    const template = document.createElement('template');
    template.innerHTML = html;
    [...template.content.children].forEach((element) => apply(element, name));
  });
  const release = () => setTimeout(() => waiting.forEach((element, id) => {
    if (!byId(id)) waiting.delete(id); else if (!inUse(byId(id))) replace(byId(id), element);
  }));
  ['focusout', 'submit', 'reset', 'toggle', 'htmx:afterSettle'].forEach((name) => document.addEventListener(name, release, true));
})();
