// Ages and the clock stay true without a request.
(() => {
  const two = (number) => String(number).padStart(2, '0');
  function age(minutes) {
    if (minutes < 1) return 'just now';
    if (minutes < 60) return `${minutes} min`;
    if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
    return `${Math.floor(minutes / 1440)} d ${Math.floor((minutes % 1440) / 60)} h`;
  }
  const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };

  function refresh() {
    const now = Date.now();
    document.querySelectorAll('[data-age]').forEach((it) => write(it, age(Math.floor((now - Date.parse(it.dateTime)) / 60000))));
    document.querySelectorAll('[data-clock]').forEach((it) => write(it, new Date(now).toISOString().slice(11, 16) + ' UTC'));
  }

  refresh();
  setInterval(refresh, 30000);
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
  document.addEventListener('live:changed', refresh);
})();
