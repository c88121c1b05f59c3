// Files dropped on an incident's page or pasted into it are put into the evidence form; what is too large is told before it travels.
(() => {
  const adding = () => { const it = document.getElementById('evidence-add'); return it && !it.hidden ? it : null; };

  function told(input) {
    const most = Number(input.form.dataset.most);
    const large = [...input.files].find((it) => it.size > most);
    input.setCustomValidity(large ? `${large.name} has ${Math.ceil(large.size / 1048576)} MB; ${Math.floor(most / 1048576)} MB are the most.` : '');
    input.reportValidity();
  }

  function take(files) {
    const details = adding();
    if (!details || !files.length) return false;
    const all = new DataTransfer();
    [...files].forEach((it) => all.items.add(it));
    const input = details.querySelector('[name=file]');
    if (input.matches(':disabled')) { // another is on its way: these go into the form that follows it
      document.addEventListener('htmx:afterRequest', () => setTimeout(() => take(all.files)), { once: true });
      return true;
    }
    input.files = all.files;
    details.open = true;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    details.scrollIntoView({ block: 'nearest' });
    details.querySelector('.primary').focus();
    told(input);
    return true;
  }

  const carries = ({ dataTransfer }) => adding() && [...dataTransfer?.types ?? []].includes('Files');
  const mark = (on) => document.querySelector('.evidence')?.classList.toggle('dropping', on);
  document.addEventListener('dragover', (event) => { if (carries(event)) { event.preventDefault(); mark(true); } });
  document.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget || mark(false));
  document.addEventListener('drop', (event) => { mark(false); if (carries(event)) { event.preventDefault(); take(event.dataTransfer.files); } });
  document.addEventListener('paste', (event) => { if (take(event.clipboardData?.files ?? [])) event.preventDefault(); });
  document.addEventListener('change', ({ target }) => target.matches('#evidence-add [type=file]') && told(target));
})();
