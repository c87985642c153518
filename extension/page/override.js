// @ts-check
// The way past a block, where the office allows one: a reason of its list and a few words, kept by the server without the draft.
/**
 * @typedef {object} OverrideWays
 * @property {(act: () => Promise<void>) => Promise<void>} sending  there is no way back meanwhile
 * @property {() => void} publish   the reason is kept
 * @property {(by: Press) => boolean} isOfBefore  a press was meant for what stood there a moment ago
 */
(() => {
  const LONGEST_NOTE = 80; // UTF-16 units
  const ASKS_FOR_NOTE = 'other';

  /**
   * A button that opens the form in place of itself.
   * @param {Surface} surface
   * @param {Override} override
   * @param {Language} language
   * @param {OverrideWays} ways
   * @returns {{opener: HTMLButtonElement, form: HTMLElement}}
   */
  function overrideForm(surface, { reasons, send }, language, { sending, publish, isOfBefore }) {
    const { make, button } = Jachai.draw;
    const words = Jachai.words(language);
    const reason = Jachai.forms.oneOf(words.reason, reasons.map(({ id, ...names }) => ({ id, label: Jachai.saidIn(names, language) })));
    const note = Jachai.forms.line({ label: words.note, hint: words.noteHint, longest: LONGEST_NOTE });
    const trouble = Jachai.forms.trouble();
    const state = make('p', { class: 'hint', role: 'status' });
    const submit = button(surface, { class: 'publish', text: words.publishWithReason }, ({ isSecond }) => !isSecond && Jachai.forms.busyWhile(submit, tryOut));
    const form = make('div', { class: 'form', hidden: '' }, [reason.element, note.element, state, trouble.element, submit]);
    const opener = button(surface, { class: 'publish', text: words.giveReason, 'aria-expanded': 'false' }, (by) => {
      if (isOfBefore(by)) return;
      opener.hidden = true;
      form.hidden = false;
      reason.focus();
      form.scrollIntoView({ block: 'nearest' });
    });

    surface.on('input', () => trouble.say('')); // it is being mended, and has pushed the button out of sight

    async function tryOut() {
      const fault = faultOf(reason.value(), note.value());
      trouble.say(fault);
      if (fault) return (reason.value() ? note : reason).focus();
      state.textContent = words.keeping;
      await sending(keep);
      state.textContent = '';
    }

    /** What is recorded is published: a record of a post that was not would be false. */
    async function keep() {
      const outcome = await send(reason.value(), note.value());
      if ('done' in outcome) return publish();
      trouble.say(`${words.notKept} ${Jachai.forms.failureOf(outcome.failure, language)}`);
    }

    /** @param {string} id @param {string} said */
    function faultOf(id, said) {
      if (!id) return words.chooseReason;
      return id === ASKS_FOR_NOTE && !said ? words.writeNote : '';
    }

    return { opener, form };
  }

  Jachai.overrideForm = overrideForm;
})();
