// Every htmx request carries the token of the page's head, so that pushed fragments need no hidden field.
document.addEventListener('htmx:configRequest', ({ detail }) => {
  const token = document.querySelector('meta[name=csrf-token]')?.content;
  if (token && detail.verb !== 'get') detail.headers['X-CSRF-TOKEN'] = token;
});
