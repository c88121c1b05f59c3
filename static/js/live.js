// One event stream a page: the topics of all [data-topics], the event names of all [data-live]. Each event is handed to place.js.
(() => {
  const indicator = document.getElementById('live-state');
  const words = (text) => (text || '').split(/[\s,]+/).filter(Boolean);
  const declared = (name) => [...document.querySelectorAll(`[data-${name}]`)].flatMap((it) => words(it.getAttribute(`data-${name}`)));
  const minute = (time) => new Date(time).toISOString().slice(11, 16);
  let after = document.body.dataset.liveAfter || '', lastKnown = Date.now(), failures = 0, source, listening, retry, asleep;

  function connect() {
    const topics = [...new Set(declared('topics'))].map(encodeURIComponent);
    disconnect();
    if (!topics.length) return;
    source = new EventSource(`/live?topics=${topics}${after && '&after=' + encodeURIComponent(after)}`);
    source.onopen = () => { failures = 0; tell('Live', ''); };
    source.onerror = backOff;
    listening = new Set();
    listen();
  }

  function disconnect() {
    clearTimeout(retry);
    source?.close();
  }

  function backOff() {
    if (!failures++) lastKnown = Date.now();
    disconnect();
    tell('Reconnecting, ', `data from ${minute(lastKnown)} UTC`);
    const longest = Math.min(30000, 1000 * 2 ** (failures - 1));
    retry = setTimeout(connect, longest * (0.5 + Math.random() / 2));
  }

  function listen() {
    if (!source) return;
    ['reload', ...declared('live')].filter((name) => !listening.has(name)).forEach((name) => {
      listening.add(name);
      source.addEventListener(name, (event) => {
        after = event.lastEventId || after;
        document.dispatchEvent(new CustomEvent('live:event', { detail: { name, html: event.data } }));
      });
    });
  }

  function tell(word, detail) { // phones show the dot and the detail only
    if (!indicator || indicator.textContent === word + detail) return;
    indicator.replaceChildren(Object.assign(document.createElement('span'), { className: 'live-word', textContent: word }), detail);
    indicator.classList.toggle('reconnecting', detail !== '');
  }

  ['live:changed', 'htmx:afterSettle'].forEach((name) => document.addEventListener(name, listen));
  document.addEventListener('visibilitychange', () => {
    clearTimeout(asleep);
    if (document.hidden) asleep = setTimeout(disconnect, 60000);
    else if (source?.readyState === EventSource.CLOSED) connect();
  });
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', (event) => event.persisted && connect());
  connect();
})();
