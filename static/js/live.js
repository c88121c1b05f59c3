// One event stream a page. A pushed element replaces the one with its id, or enters the container that declares its event;
// it never moves what is under the pointer and never eats what someone is typing: such changes wait. Pages work without it.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = (text) => (text || '').split(/[\s,]+/).filter(Boolean);
  const byId = (id) => document.getElementById(id);
  const indicator = byId('live-state');
  const waiting = new Map(); // id → newer element, while the one on the page is in use
  const held = new Map(); // container → elements not yet let in
  let after = document.body.dataset.liveAfter || '', since = Date.now(), source, listening, failures = 0, retry, asleep;

  function connect() {
    const topics = [...new Set(all('[data-topics]').flatMap((it) => words(it.dataset.topics)))];
    source?.close();
    clearTimeout(retry);
    if (!topics.length) return;
    source = new EventSource('/live?topics=' + topics.map(encodeURIComponent) + (after && '&after=' + encodeURIComponent(after)));
    source.onopen = () => { failures = 0; tell('Live', false); };
    source.onerror = () => {
      if (!failures++) since = Date.now();
      source.close();
      tell('Reconnecting, data from ' + new Date(since).toISOString().slice(11, 16) + ' UTC', true);
      retry = setTimeout(connect, Math.min(30000, 1000 * 2 ** (failures - 1)) * (0.5 + Math.random() / 2));
    };
    listening = new Set();
    listen();
  }

  function listen() {
    const names = ['reload', ...all('[data-live]').flatMap((it) => words(it.dataset.live))];
    names.filter((name) => source && !listening.has(name)).forEach((name) => source.addEventListener(name, receive) || listening.add(name));
  }

  function tell(text, reconnecting) {
    if (!indicator) return;
    if (indicator.textContent !== text) indicator.innerHTML = `<span class="live-text">${text}</span>`;
    indicator.classList.toggle('reconnecting', reconnecting);
  }

  function receive(event) {
    after = event.lastEventId || after;
    if (event.type === 'reload') return reload();
    const template = document.createElement('template');
    template.innerHTML = event.data;
    [...template.content.children].forEach((element) => apply(element, event.type));
  }

  function apply(element, name) {
    const old = element.id && byId(element.id);
    if (old) return inUse(old) ? waiting.set(element.id, element) : replace(old, element);
    held.forEach((rows, container) => held.set(container, rows.filter((row) => row.id !== element.id)));
    const container = all('[data-live-insert]').find((it) => words(it.dataset.live).includes(name));
    if (container && !element.hasAttribute('data-remove')) insert(container, element);
    else held.forEach((_, it) => offer(it));
  }

  const typing = () => document.activeElement?.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])');
  const inUse = (element) => (typing() && element.contains(document.activeElement)) || element.closest('[data-dirty]')
    || element.querySelector('[data-dirty], .menu[open], dialog[open]');

  function replace(old, element) {
    const focused = old.contains(document.activeElement) && document.activeElement.id;
    waiting.delete(element.id);
    if (element.hasAttribute('data-remove')) return old.remove();
    if (old.open) element.open = true;
    all('details[open][id]', old).forEach((it) => element.querySelector('#' + CSS.escape(it.id))?.setAttribute('open', ''));
    old.replaceWith(element);
    settle(element);
    if (focused) byId(focused)?.focus({ preventScroll: true });
  }

  function insert(container, element) {
    const atTop = container.dataset.liveInsert === 'afterbegin';
    const disturbed = container.matches(':focus-within') || (matchMedia('(hover: hover)').matches && container.matches(':hover'))
      || container.getBoundingClientRect().top < 0;
    if (atTop && disturbed) { held.set(container, [...(held.get(container) || []), element]); offer(container); } else admit(container, element);
  }

  function admit(container, element) {
    const atTop = container.dataset.liveInsert === 'afterbegin', max = Number(container.dataset.liveMax || Infinity);
    container.insertAdjacentElement(container.dataset.liveInsert, element);
    while (container.children.length > max && !inUse(atTop ? container.lastElementChild : container.firstElementChild)) (atTop ? container.lastElementChild : container.firstElementChild).remove();
    settle(element);
    document.dispatchEvent(new CustomEvent('live:arrived', { detail: { element, container } }));
  }

  function offer(container) {
    const count = (held.get(container) || []).length, at = container.closest('table') || container;
    let slot = at.previousElementSibling?.matches('[data-live-held]') ? at.previousElementSibling : null;
    if (!slot) at.before(slot = Object.assign(document.createElement('div'), { className: 'held' })), slot.setAttribute('data-live-held', '');
    slot.innerHTML = count ? `<button type="button" class="button small"><svg class="icon small" aria-hidden="true"><use href="/icons/sprite.svg#arrow-up"></use></svg>${count} new, show</button>` : '';
    slot.firstElementChild?.addEventListener('click', () => {
      const rows = held.get(container);
      held.delete(container);
      offer(container);
      rows.forEach((row) => admit(container, row));
      if (container.getBoundingClientRect().top < 0) container.scrollIntoView();
    });
  }

  function settle(element) {
    window.htmx?.process(element);
    element.dispatchEvent(new CustomEvent('live:changed', { bubbles: true }));
    listen();
  }

  function reload() {
    if (!typing() && !document.querySelector('[data-dirty], dialog[open]')) return location.reload();
    if (!byId('out-of-date')) byId('content').insertAdjacentHTML('afterbegin', '<div class="banner warning" id="out-of-date" role="status"><p>This page is out of date. Your text is kept until you reload.</p><a class="button small" href="">Reload</a></div>');
  }

  const release = () => setTimeout(() => waiting.forEach((element, id) => !byId(id) ? waiting.delete(id) : inUse(byId(id)) || replace(byId(id), element)));
  ['focusout', 'submit', 'reset', 'toggle', 'htmx:afterSettle'].forEach((name) => document.addEventListener(name, release, true));
  document.addEventListener('htmx:afterSettle', listen);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(asleep);
    if (document.hidden) asleep = setTimeout(() => { source?.close(); clearTimeout(retry); }, 60000);
    else if (source?.readyState === EventSource.CLOSED) connect();
  });
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => event.persisted && connect());
  connect();
})();
