// One event stream a page: the topics of all [data-topics], the event names of all [data-live]. Each event is handed to place.js.
(() => {
  const indicator = document.getElementById('live-state');
  const words = (text) => (text || '').split(/[\s,]+/).filter(Boolean);
  const declared = (name) => [...document.querySelectorAll(`[data-${name}]`)].flatMap((it) => words(it.getAttribute(`data-${name}`)));
  const minute = (time) => new Date(time).toISOString().slice(11, 16);
  let after = document.body.dataset.liveAfter || '', lastKnown = Date.now(), failures = 0, source, listening, retry, asleep, watch, notice;

  function connect() {
    const topics = [...new Set(declared('topics'))].map(encodeURIComponent);
    disconnect();
    if (!topics.length) return;
    source = new EventSource(`/live?topics=${topics}${after && '&after=' + encodeURIComponent(after)}`);
    source.onopen = () => { failures = 0; heard(); tell('Live', ''); notice?.remove(); };
    source.onerror = backOff;
    source.addEventListener('alive', heard);
    listening = new Set();
    listen();
  }

  function disconnect() {
    clearTimeout(retry);
    clearTimeout(watch);
    source?.close();
  }

  function backOff() {
    failures++;
    disconnect();
    tell('Reconnecting, ', `data from ${minute(lastKnown)} UTC`);
    if (failures > 1 || !navigator.onLine) tellLost();
    const longest = Math.min(30000, 1000 * 2 ** (failures - 1));
    retry = setTimeout(connect, longest * (0.5 + Math.random() / 2));
  }

  function heard() { // the server says so each 15 s; a line that went dead without a word is given up
    lastKnown = Date.now();
    clearTimeout(watch);
    watch = setTimeout(backOff, 40000);
  }

  function tellLost() {
    if (notice?.isConnected) return;
    notice = Object.assign(document.createElement('div'), { className: 'toast', innerHTML: '<i class="dot tone-warning"></i><span></span><button type="button" class="link-button nowrap">Try now</button>' });
    notice.children[1].textContent = `Connection lost. Showing ${new Date(lastKnown).toISOString().slice(11, 19)} UTC, trying again.`;
    notice.lastElementChild.addEventListener('click', connect);
    document.getElementById('toasts')?.append(notice);
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
  addEventListener('offline', () => source && backOff());
  addEventListener('online', connect);
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', (event) => event.persisted && connect());
  connect();
})();
