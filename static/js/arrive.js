// What place.js has just let in: a tint for 4 s, the word New, and one spoken sentence per 10 s (a new critical at once).
(() => {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const say = (id, text) => { const region = document.getElementById(id); if (region) region.textContent = text; };
  const counts = new Map();
  let timer;

  document.addEventListener('live:arrived', ({ detail: { element, container } }) => {
    const word = Object.assign(document.createElement('span'), { className: 'new-word', textContent: 'New' });
    (element.querySelector('[data-new]') || element.querySelector('a, b')?.parentElement || element).append(word);
    element.classList.add('arrival');
    setTimeout(() => { element.classList.remove('arrival'); if (!calm.matches) word.remove(); }, 4000);

    if (element.matches('.incident-row') && element.querySelector('.severity-critical')) say('live-alarm', 'New critical incident: ' + element.querySelector('a')?.textContent);
    const name = container.getAttribute('aria-label') || container.closest('section')?.querySelector('h2')?.textContent || 'this list';
    counts.set(name, (counts.get(name) || 0) + 1);
    timer ||= setTimeout(() => {
      say('live-news', [...counts].map(([list, count]) => `${count} new in ${list}`).join(', '));
      counts.clear();
      timer = null;
    }, 10000);
  });
})();
