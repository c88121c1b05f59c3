// Hides what the viewer may not do and marks what is theirs; pushed HTML is the same for everyone. The server decides anyway.
(() => {
  const { can = '', me } = document.body.dataset;
  const granted = new Set(can.split(/\s+/));
  const allowed = (needs) => granted.has('*') || needs.split(/[\s,]+/).every((need) => granted.has(need));
  const within = (root, selector) => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];

  function look(root) {
    within(root, '[data-needs]').forEach((it) => { it.hidden = !allowed(it.dataset.needs); });
    if (me) within(root, '[data-person]').forEach((it) => it.classList.toggle('mine', it.dataset.person === me));
  }

  look(document.body);
  document.addEventListener('live:changed', ({ target }) => look(target));
  document.addEventListener('htmx:afterSwap', () => look(document.body));
})();
