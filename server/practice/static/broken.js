// @ts-check
// Says so where a script of the page did not come, or fails as in an old browser: else the page would look as if it checked.
(() => {
  const told = document.getElementById('broken');

  /** What a browser's add-ons bring along is none of ours; a ResizeObserver's complaint has no error. @param {Event} event */
  function isOurs(event) {
    if (event.target instanceof HTMLScriptElement) return event.target.src.startsWith(location.origin);
    if (event instanceof ErrorEvent) return Boolean(event.error) && event.filename.startsWith(location.origin);
    return event instanceof PromiseRejectionEvent;
  }

  /** @param {Event} event */
  function tell(event) {
    if (told && isOurs(event)) told.hidden = false;
  }

  addEventListener('error', tell, true); // a script's own does not bubble
  addEventListener('unhandledrejection', tell);
})();
