// The search box: "/" goes there, the arrows walk through what was found, Escape puts it away.
(() => {
  const box = document.querySelector('.topbar .search-field input');
  if (!box) return;
  const found = () => [...document.querySelectorAll('.topbar .found a')];
  document.addEventListener('key', (event) => { if (event.detail === '/') { event.preventDefault(); box.focus(); box.select(); } });
  document.addEventListener('keydown', (event) => {
    if (!event.target.closest?.('.topbar .search-field')) return;
    const links = found();
    const at = links.indexOf(document.activeElement);
    if (event.key === 'ArrowDown' && links.length) { event.preventDefault(); links[(at + 1) % links.length].focus(); }
    if (event.key === 'ArrowUp' && links.length) { event.preventDefault(); (at > 0 ? links[at - 1] : box).focus(); }
    if (event.key === 'Escape') { box.value = ''; document.querySelector('.topbar .found')?.replaceChildren(); box.focus(); box.blur(); }
  });
})();
