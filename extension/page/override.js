// @ts-check
// The way past a block, where the office allows one: a reason of its list and a few words. It is recorded only once the post goes.
/**
 * @typedef {object} OverrideWays
 * @property {() => void} publish   the reason is given
 * @property {(by: Press) => boolean} isOfBefore  a press was meant for what stood there a moment ago
 */
(() => {
  const LONGEST_NOTE = 80; // UTF-16 units
  const ASKS_FOR_NOTE = 'other';

  /**
   * A button that opens the form in place of itself; open from the start where a reason was given that could not be recorded.
   * @param {Surface} surface
   * @param {Override} override
   * @param {Language} language
   * @param {OverrideWays} ways
   * @returns {{opener: HTMLButtonElement, form: HTMLElement}}
   */
  function overrideForm(surface, { reasons, give, before }, language, { publish, isOfBefore }) {
    const { make, button } = Jachai.draw;
    const words = Jachai.words(language);
    const reason = Jachai.forms.oneOf(words.reason, reasons.map(({ id, ...names }) => ({ id, label: Jachai.saidIn(names, language) })), before?.reason);
    const note = Jachai.forms.line({ label: words.note, hint: words.noteHint, longest: LONGEST_NOTE, value: before?.note, isFirst: Boolean(before) });
    const trouble = Jachai.forms.trouble();
    const submit = button(surface, { class: 'publish', text: words.publishWithReason }, ({ isSecond }) => !isSecond && tryOut());
    const form = make('div', { class: 'form' }, [reason.element, note.element, trouble.element, submit]);
    form.hidden = !before;
    const opener = button(surface, { class: 'publish', text: words.giveReason, 'aria-expanded': 'false' }, (by) => {
      if (isOfBefore(by)) return;
      opener.hidden = true;
      form.hidden = false;
      reason.focus();
      form.scrollIntoView({ block: 'nearest' });
    });

    opener.hidden = Boolean(before);
    surface.on('input', () => trouble.say('')); // it is being mended, and has pushed the button out of sight

    function tryOut() {
      const given = { reason: reason.value(), note: note.value() };
      const fault = faultOf(given);
      trouble.say(fault);
      if (fault) return (given.reason ? note : reason).focus();
      give(given);
      publish();
    }

    /** @param {Given} given */
    function faultOf({ reason: id, note: said }) {
      if (!id) return words.chooseReason;
      return id === ASKS_FOR_NOTE && !said ? words.writeNote : '';
    }

    return { opener, form };
  }

  Jachai.overrideForm = overrideForm;
})();
