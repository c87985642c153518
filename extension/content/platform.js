// @ts-check
// What a platform is, and what stands around a composer, found by its selectors. Each file of platforms/ adds one platform here: data,
// and at most three hooks where the data cannot say it. A hook is given what the data found, and may answer otherwise.

/**
 * Beside `composer`, the editable element, the only one that must be there. `scope`: around it, all of one draft; `publish`, `button`: what
 * publishes, what may by its label; `account`: its name; `handle`: its text, `alt` or label must hold "@name"; `mention`, `picture`, `video`,
 * `link`; `elsewhere`: editable, but no composer, whatever else fits it:
 * private messages are never read; `host`: whose shadow root a composer is in.
 */
var JachaiSelectors = /** @type {const} */ (['scope', 'publish', 'button', 'account', 'handle', 'mention', 'picture', 'video', 'link', 'elsewhere', 'host']);

/**
 * @typedef {Element|Document|ShadowRoot} Scope   what all but the account is looked for in
 * @typedef {typeof JachaiSelectors[number]} KnownSelector
 */

/**
 * `Own`: the selectors that its hooks ask for besides: `PlatformFile<'reply'|'poll'>`, or `<never>`. Where it is said, any other name is a
 * fault of tsc.
 * @template {string} [Own=string]
 * @typedef {object} PlatformFile  what a file of platforms/ says
 * @property {string} name            as the server knows it
 * @property {string[]} hosts         those of the manifest's matches
 * @property {boolean} [anywhere]     fits the sites that IT names, too
 * @property {string} confirmed       when the selectors were last seen to fit the live site
 * @property {string} written         the day of these selectors; what the server has of a later day goes over them
 * @property {{composer: string} & {[use in KnownSelector]?: string} & Record<Own, string>} selectors  CSS
 * @property {Record<string, string[]>} [labels]  words of buttons; `publish`: of those that publish
 * @property {string[]} [littleKnown]  of `hosts` those most of whose fields no selector knows: the writer is told of them, IT is not
 * @property {string[]} [inboxes]     paths of private messages: what is written there outside a dialog is `elsewhere`
 * @property {boolean} [submits]     `publish` takes every button that submits the scope, a form; the hook leaves out what does not publish
 * @property {string[]} [keys]        keys that publish from within the composer; Control+Enter where it is not said
 * @property {(composer: HTMLElement, scope: Scope, usual: HTMLElement[]) => HTMLElement[]} [publishControls]
 * @property {(composer: HTMLElement, scope: Scope, usual: string[]) => string[]} [publishKeys]
 * @property {(composer: HTMLElement, scope: Scope, usual: Surroundings) => Surroundings} [surroundings]
 */

/**
 * @typedef {object} Platform
 * @property {string} name
 * @property {string[]} hosts
 * @property {boolean} anywhere
 * @property {string[]} littleKnown
 * @property {string[]} inboxes
 * @property {boolean} submits
 * @property {string} written
 * @property {string} [version]   of the server's selectors, where those are used
 * @property {Record<string, string>} selectors   those of the server where it has newer ones
 * @property {Record<string, string[]>} labels
 * @property {(composer: HTMLElement) => HTMLElement[]} publishControls  what publishes this composer's draft, or leads on to it
 * @property {(composer: HTMLElement) => string[]} publishKeys           'Enter', 'Control+Enter'
 * @property {(composer: HTMLElement) => Surroundings} surroundings      what shows beside the draft
 */

(() => {
  const LONGEST_NAME = 200; // UTF-16 units
  const NO_WIDTH = /[\u00ad\u200b\u2060]/g;
  const BUTTON = 'button, [role="button"], input:is([type="submit"], [type="button"])';

  /** @param {Scope} scope @param {string|undefined} selector @returns {HTMLElement[]} */
  const all = (scope, selector) => (selector ? [...scope.querySelectorAll(/** @type {'div'} */ (selector))] : []);

  /** @param {string|null} text @returns {string} as it shows: Business Suite puts spaces without width beside its words. Bangla's joiners stay */
  const shown = (text) => (text ?? '').replace(NO_WIDTH, '').trim().replace(/\s+/g, ' ');

  /** @param {Element} element @returns {string} as it shows, or as it is told to a screen reader */
  function textOf(element) {
    const text = shown(element.textContent) || shown(element.getAttribute('alt')) || shown(element.getAttribute('aria-label'));
    return text.slice(0, LONGEST_NAME);
  }

  /** @param {Element} button @returns {string} NFC: Bangla's য় is written in two ways */
  function labelOf(button) {
    const text = button.getAttribute('aria-label') || button.textContent || button.getAttribute('value');
    return shown(text).normalize('NFC');
  }

  /** @param {Scope} scope @param {Platform} platform @param {HTMLElement} composer */
  function controlsIn(scope, { selectors, labels }, composer) {
    const words = labels.publish ?? [];
    const named = words.length ? all(scope, selectors.button ?? BUTTON).filter((button) => words.includes(labelOf(button))) : [];
    return [...new Set([...all(scope, selectors.publish), ...named])].filter((control) => !composer.contains(control));
  }

  /** @param {{selectors: Record<string, string>}} platform @param {Element} element @returns {Element|null} all of the draft that it is in, where a selector says so */
  const scopeOf = ({ selectors: { scope } }, element) => (scope ? Jachai.closest(element, scope) : null);

  /**
   * @param {Platform} platform
   * @param {HTMLElement} composer
   * @param {(around: Element) => boolean} [publishes]  whether what publishes the draft is in there; by the selectors, where no hook was asked
   * @returns {Element|null} all of the draft: the scope; where that is not known, the nearest ancestor that has what publishes it
   */
  function areaOf(platform, composer, publishes = (around) => controlsIn(around, platform, composer).length > 0) {
    const known = scopeOf(platform, composer);
    if (known) return known;
    let around = Jachai.parentOf(composer);
    while (around && !publishes(around)) around = Jachai.parentOf(around);
    return around;
  }

  /** @param {Platform} platform @param {HTMLElement} composer */
  function controlsOf(platform, composer) {
    const area = areaOf(platform, composer);
    return area ? controlsIn(area, platform, composer) : [];
  }

  /** @param {Scope} scope @param {string} selector  in the scope, else anywhere in the page */
  const firstText = (scope, selector) => [scope, document].flatMap((place) => all(place, selector)).map(textOf).find(Boolean) ?? '';

  /** @param {Platform} platform @param {HTMLElement} composer @param {Scope} scope @returns {Surroundings} */
  function surroundingsOf(platform, composer, scope) {
    const { selectors } = platform;
    const area = areaOf(platform, composer) ?? scope; // of a feed, only the draft's own pictures
    const handle = firstText(scope, selectors.handle).match(/@[\w.@-]+/)?.[0] ?? '';
    return {
      account: { kind: 'unknown', name: firstText(scope, selectors.account), ...(handle && { handle }) },
      action: 'post',
      mentions: all(composer, selectors.mention).map((mention) => ({ text: textOf(mention), kind: 'unknown' })).filter(({ text }) => text),
      attachments: [
        ...all(area, selectors.picture).map(() => ({ kind: 'image' })), // not what it shows: the server looks at no picture
        ...all(area, selectors.video).map(() => ({ kind: 'video' })),
        ...all(area, selectors.link).map(() => ({ kind: 'link' })),
      ],
    };
  }

  /**
   * A cut may go through an emoji, and a page may hold half of one: the server takes neither.
   * @param {Surroundings} surroundings
   * @returns {Surroundings}
   */
  const whole = (surroundings) => JSON.parse(JSON.stringify(surroundings), (_name, value) => (typeof value === 'string' ? value.toWellFormed() : value));

  /**
   * Where one of them says so, none has it: on a site that IT names two may fit.
   * @param {Element} element
   * @param {Platform[]} platforms
   */
  const isElsewhere = (element, platforms) => platforms.some(({ selectors: { elsewhere }, inboxes }) => (
    Boolean(elsewhere && element.matches(elsewhere)) || (inboxes.some(isHere) && !Jachai.closest(element, '[role="dialog"]'))));

  /** @param {string} path  or a page below it */
  const isHere = (path) => `${location.pathname}/`.startsWith(`${path}/`);

  /**
   * @param {Element} element
   * @param {Platform[]} platforms
   * @returns {Platform|undefined} the first whose composer it is
   */
  function platformFor(element, platforms) {
    const found = platforms.find(({ selectors }) => element.matches(selectors.composer));
    return found && !isElsewhere(element, platforms) ? found : undefined;
  }

  /** @param {PlatformFile} file */
  function addPlatform(file) {
    const { name, hosts, anywhere = false, littleKnown = [], inboxes = [], submits = false, written, selectors, labels = {}, keys = ['Control+Enter'] } = file;
    for (const [use, words] of Object.entries(labels)) labels[use] = words.map((word) => word.normalize('NFC'));
    /** @param {HTMLElement} composer @returns {Scope} */
    const placeOf = (composer) => scopeOf(file, composer) ?? /** @type {Scope} */ (composer.getRootNode());
    /** @type {Platform} */
    const platform = {
      name, hosts, anywhere, littleKnown, inboxes, submits, written, selectors, labels,
      publishControls(composer) {
        const usual = controlsOf(platform, composer);
        return file.publishControls?.(composer, placeOf(composer), usual) ?? usual;
      },
      publishKeys: (composer) => file.publishKeys?.(composer, placeOf(composer), keys) ?? keys,
      surroundings(composer) {
        const scope = placeOf(composer);
        const usual = surroundingsOf(platform, composer, scope);
        return whole(file.surroundings?.(composer, scope, usual) ?? usual);
      },
    };
    (Jachai.platforms ??= []).push(platform);
  }

  Jachai.addPlatform = addPlatform;
  Jachai.platformFor = platformFor;
  Jachai.isElsewhere = isElsewhere;
  Jachai.elements = { all, shown, textOf, labelOf, scopeOf, areaOf };
})();
