// A response may say HX-Trigger: {"toast":"INC-345 resolved. MTTR 20 min."}, or {"toast":{"text":…,"undo":"/path"}}, or that a request failed.
(() => {
  const icon = (name) => `<svg class="icon" aria-hidden="true"><use href="/icons/sprite.svg#${name}"></use></svg>`;

  function show(text, glyph, action) {
    const toast = Object.assign(document.createElement('div'), { className: glyph === 'circle-check' ? 'toast' : 'toast failed', innerHTML: icon(glyph) });
    toast.append(Object.assign(document.createElement('span'), { textContent: text }));
    if (action) toast.append(action);
    document.getElementById('toasts')?.append(toast);
    let timer;
    const leave = () => { timer = setTimeout(() => toast.remove(), action ? 10000 : 8000); };
    ['pointerenter', 'focusin'].forEach((name) => toast.addEventListener(name, () => clearTimeout(timer)));
    ['pointerleave', 'focusout'].forEach((name) => toast.addEventListener(name, leave));
    leave();
    return toast;
  }

  function undo(path) {
    const button = Object.assign(document.createElement('button'), { className: 'link-button', textContent: 'Undo' });
    button.addEventListener('click', () => { window.htmx.ajax('POST', path, { swap: 'none' }); button.closest('.toast').remove(); });
    return button;
  }

  document.addEventListener('toast', ({ detail }) => show(detail.text ?? detail.value ?? String(detail), 'circle-check', detail.undo && undo(detail.undo)));
  // What the server refuses it explains on a page of its own, below the heading.
  const reason = (xhr) => xhr.status === 401 || xhr.status === 403 ? 'You may not do this, or you were signed out.'
    : new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('h1 + p')?.textContent || `The server answered ${xhr.status}; try again.`;
  document.addEventListener('htmx:responseError', ({ detail: { xhr } }) => show(`${reason(xhr)} Nothing was changed.`, 'circle-alert'));
  document.addEventListener('htmx:sendError', () => show('No connection. Your text is kept; try again.', 'wifi-off'));
})();
