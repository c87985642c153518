// @ts-check
// Ties it together in a page of a listed platform, at document_start, before the page's own code.

(() => {
  const platform = /** @type {Platform[]} */ (Jachai.platforms).find(({ hosts }) => hosts.includes(hostOf(self.origin)));
  if (!platform || Jachai.running) return;
  Jachai.running = true;

  const { signal } = new AbortController();
  const composers = /** @type {Composers} */ (Jachai.composersOf(platform, signal));
  const publish = Jachai.publisher(composers, platform);
  /** @type {Guard} */
  const guard = Jachai.guard({
    platform,
    inPage: composers.inPage,
    onAttempt: (/** @type {Attempt} */ attempt) => publish(attempt, guard),
    signal,
  });

  // The popup asks what is protected here; nobody else can send this.
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== chrome.runtime.id || message?.type !== 'page') return;
    const found = composers.inPage();
    reply({
      platform: platform.name,
      composers: found.length,
      guarded: found.filter((composer) => platform.publishControls(composer).length > 0).length,
    });
  });

  /**
   * @param {string} origin  of the frame; about:blank and srcdoc have their opener's
   * @returns {string} '' for a frame with an origin of its own
   */
  function hostOf(origin) {
    return URL.canParse(origin) ? new URL(origin).hostname : '';
  }
})();
