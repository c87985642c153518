// @ts-check
// What a finding's card offers beside its cure: "our number" in one click; hiding it; reporting a false alarm.
// A block can be reported, never hidden.
/**
 * @typedef {object} OffersOf
 * @property {Offers} offers
 * @property {boolean} canReport
 * @property {() => Promise<'sent'|'back'>} report   opens the dialog
 * @property {Language} language
 */

(() => {
  const PERIODS = /** @type {const} */ ([['week', 7], ['month', 30], ['quarter', 90]]); // days

  /**
   * A button that acts once, and says why where it failed. What was hidden leaves the panel with the next answer.
   * @param {Surface} surface @param {Record<string, string>} attributes @param {Language} language @param {() => Promise<Outcome>} act
   */
  function once(surface, attributes, language, act) {
    const element = Jachai.draw.button(surface, attributes, () => Jachai.forms.busyWhile(element, async () => {
      const outcome = await act();
      if ('done' in outcome) return;
      const box = element.closest('.offers');
      box?.querySelector('.fault')?.remove();
      const text = `${Jachai.words(language).notDone} ${Jachai.forms.failureOf(outcome.failure, language)}`;
      box?.append(Jachai.draw.make('p', { class: 'fault', role: 'alert', text }));
    }));
    return element;
  }

  /**
   * A finding on the whole draft is the same in every draft: it can be hidden for a while only, unless it is about the account.
   * @param {Surface} surface @param {Finding} finding @param {OffersOf} options
   */
  function hidingOf(surface, finding, { offers, language }) {
    const { make } = Jachai.draw;
    const words = Jachai.words(language);
    const periods = PERIODS.map(([name, days]) => once(surface, { class: 'plain', text: words.periods[name] }, language, () => offers.hideTerm(finding, days)));
    const mayStay = finding.spans.length > 0 || finding.of_account === true;
    return [
      ...(mayStay ? [once(surface, { class: 'plain', text: words.hide }, language, () => offers.hide(finding))] : []),
      make('div', { class: 'periods', role: 'group', 'aria-label': words.hideTerm }, [make('span', { class: 'lead', text: words.hideTerm }), ...periods]),
    ];
  }

  /** The way to the report; what was sent is thanked for in its place, which keeps the keyboard's focus. @param {Surface} surface @param {OffersOf} options */
  function reportingOf(surface, { report, language }) {
    const words = Jachai.words(language);
    const element = Jachai.draw.button(surface, { class: 'plain report', text: words.report }, async () => {
      if (await report() !== 'sent') return;
      const hadFocus = surface.root.activeElement === element;
      const thanks = Jachai.draw.make('p', { role: 'status', tabindex: '-1', text: words.reported });
      element.replaceWith(thanks);
      if (hadFocus) thanks.focus();
    });
    return element;
  }

  const ADDRESSES = ['personal/address', 'personal/email']; // they hold digits too, and a number may be written in words

  /** @param {Finding} finding @param {Words} words */
  const ownWords = ({ check }, words) => (ADDRESSES.includes(check) ? words.ownOther : words.ownNumber);

  /**
   * @param {Surface} surface
   * @param {Finding} finding
   * @param {OffersOf} options
   * @returns {HTMLElement|null}
   */
  function offersOf(surface, finding, options) {
    const { make } = Jachai.draw;
    const words = Jachai.words(options.language);
    const mayHide = finding.severity !== 'block';
    const own = mayHide && finding.may_be_own === true
      ? once(surface, { class: 'plain own', text: ownWords(finding, words) }, options.language, () => options.offers.own(finding)) : null;
    const hiding = mayHide ? hidingOf(surface, finding, options) : [];
    const reporting = options.canReport ? [reportingOf(surface, options)] : [];
    const more = hiding.length + reporting.length > 0
      ? make('details', { class: 'more' }, [make('summary', { text: words.more }), make('div', { class: 'choose' }, [...hiding, ...reporting])]) : null;
    return own || more ? make('div', { class: 'offers' }, [own, more]) : null;
  }

  Jachai.offersOf = offersOf;
})();
