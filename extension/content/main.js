// @ts-check
// Ties it together in a page of a listed platform, at document_start, before the page's own code.

(() => {
  const platforms = platformsOf(Jachai.host);
  if (!platforms.length || Jachai.running) return;
  Jachai.running = true;

  const composers = Jachai.composersOf(platforms);
  const publish = Jachai.publisher(composers);
  /** @type {Guard} */
  const guard = Jachai.guard({ composers, onAttempt: (attempt) => publish(attempt, guard) });
  Jachai.listenIn = (root) => guard.listenIn(root);

  void begin();

  // Editors fill a frame of theirs by document.open, which takes all listeners from its window, ours too.
  if (location.protocol === 'about:') {
    new MutationObserver(() => {
      Jachai.surface.listen();
      guard.listen();
    }).observe(document, { childList: true });
  }

  // The popup asks what is protected here; nobody else can send this.
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== chrome.runtime.id || message?.type !== 'page' || Jachai.isWithdrawn) return;
    const found = composers.inPage();
    reply({
      composers: found.length,
      guarded: found.filter((composer) => Jachai.protection.isGuarded(composer, composers.platformOf(composer))).length,
      isMarked: Jachai.protection.isMarked(),
      isUnchecked: found.some((composer) => composers.isUnchecked(composer)),
    });
  });

  /** The practice page of the office's server is left alone, and what is drawn there is its own. Only the background knows its address: it is asked before anything is pressed. */
  async function begin() {
    if (location.pathname.includes('/practice/')) await Jachai.rules();
    if (!Jachai.isWithdrawn) await takeOver();
  }

  /**
   * Firefox starts a new or updated extension's scripts in pages that are open. What old ones drew would say "clear" for ever, and listeners
   * of the page now come before ours: the draft is checked, but only a page that is loaded again is guarded as it should be.
   */
  async function takeOver() {
    for (const severity of ['advise', 'warn', 'block']) CSS.highlights?.delete(`jachai-${severity}`);
    const left = document.querySelectorAll('jachai-badge, jachai-panel, jachai-mirror, jachai-dialog, jachai-notice');
    for (const host of left) host.remove();
    Jachai.isLate = left.length > 0 || isLoaded();
    const own = composers.inPage().filter(({ ownerDocument }) => ownerDocument === document); // a frame's own script tells of those in it
    const draft = Jachai.isLate && own.find((composer) => Jachai.text.read(composer).text.trim());
    if (draft) Jachai.notice.reload(draft, (await Jachai.rules()).language, composers.platformOf(draft).publishControls(draft));
  }

  /** Before us: else we start while a page is still without its first element. A frame that the page itself fills never loads, and may tell the page's address. */
  function isLoaded() {
    return self === top && location.protocol !== 'about:' && document.readyState !== 'loading';
  }

  /**
   * @param {string} host  '' for a frame with an origin of its own
   * @returns {Platform[]} the host's own; on a site that IT names, those that fit anywhere, in the manifest's order
   */
  function platformsOf(host) {
    const own = Jachai.platforms.filter(({ hosts }) => hosts.includes(host));
    return own.length || !host ? own : Jachai.platforms.filter(({ anywhere }) => anywhere);
  }
})();
