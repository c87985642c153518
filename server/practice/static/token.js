// @ts-check
// The office's token, where the server wants one: typed into a field of the page, kept in its memory alone. Never taken from the
// address: a browser writes that into its history before any script runs.
(() => {
  const form = /** @type {HTMLFormElement} */ (document.getElementById('token-form'));
  const field = /** @type {HTMLInputElement} */ (document.getElementById('token'));
  let held = '';

  /** Whether the field is there: the server refuses what it is sent. @param {boolean} wanted */
  function want(wanted) {
    form.hidden = !wanted;
  }

  /** A link of old had the token behind `#`. */
  function dropOldLink() {
    if (!new URLSearchParams(location.hash.slice(1)).has('token')) return;
    history.replaceState(null, '', location.pathname);
    want(true);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    held = field.value.replace(/[^!-~]+/g, ''); // a header takes no others, and a copy brings blanks along
    field.value = '';
    want(false); // until the server refuses this one too
  });
  addEventListener('hashchange', dropOldLink);
  dropOldLink();

  Jachai.practiceToken = { held: () => held, want };
})();
