// @ts-check
// Draws findings: the same card in the panel (with actions) and in the guard's dialogs (without).
/**
 * @typedef {object} CardActions  what can be done from a finding's card
 * @property {() => void} jump
 * @property {(text: string) => Promise<boolean>} replace
 * @property {(text: string, at: 'start'|'end') => Promise<boolean>} insert
 * @property {(text: string|null) => void} untaken  words that the editor did not take whole; null: a cure is tried
 * @property {() => HTMLElement|null} [offers]   what can be done beside mending
 */

(() => {
  const LONGEST = 120; // UTF-16 units of the words shown; the composer shows all of them

  /** Whole words of it: a Bangla letter without its signs, or half a conjunct, reads as another word. @param {string} match */
  function quoted(match) {
    if (match.length <= LONGEST) return `“${match}”`;
    const cut = match.slice(0, LONGEST);
    const end = cut.lastIndexOf(' ');
    return `“${end > 0 ? cut.slice(0, end) : cut.toWellFormed()}…”`;
  }

  /** Words that are not the interface's. @param {string} text */
  const inItsVoice = (text) => Jachai.draw.make('span', { lang: Jachai.langOf(text), text });

  /** A message with one part that is not the interface's. @param {string} message @param {string} name @param {string} part @returns {Node[]} */
  function withPart(message, name, part) {
    const [before, after] = message.split(`{${name}}`);
    return [new Text(before), inItsVoice(part), new Text(after)];
  }

  /** @param {Finding} finding @param {Words} words */
  function titleOf({ severity, clause_label: label, match, spans }, words) {
    const { make, icon } = Jachai.draw;
    const chip = make('span', { class: 'chip' }, [icon(severity), make('span', { text: words.severity[severity] })]);
    const clause = make('span', { class: 'label' }, withPart(words.clause, 'label', label));
    return [
      make('span', { class: 'line' }, [chip, clause]),
      spans.length ? make('span', { class: 'words', lang: Jachai.langOf(match), text: quoted(match) }) : null,
    ].filter((node) => node !== null);
  }

  /** @param {Surface} surface @param {Finding} finding @param {Words} words @param {CardActions} actions */
  function pressableTitle(surface, finding, words, actions) {
    const children = titleOf(finding, words);
    if (!finding.spans.length) return Jachai.draw.make('div', { class: 'title' }, children);
    return Jachai.draw.button(surface, { class: 'title', title: words.jump }, actions.jump, children);
  }

  /** @param {Finding} finding @param {Words} words */
  function clauseOf({ clause_text: text }, words) {
    const { make } = Jachai.draw;
    return make('details', {}, [
      make('summary', { text: words.read }),
      make('p', { class: 'clause', text }),
    ]);
  }

  /**
   * Pages without https have no clipboard: there the words leave with the event of a copy command.
   * @param {Surface} surface @param {string} text @returns {boolean}
   */
  function copyByCommand(surface, text) {
    let isOver = false;
    let isCopied = false;
    /** @param {ClipboardEvent} event */
    const give = (event) => {
      if (isOver || !event.clipboardData) return;
      event.preventDefault();
      event.stopImmediatePropagation(); // no copy of the page's
      event.clipboardData.setData('text/plain', text);
      isCopied = true;
    };
    surface.on('copy', give); // where the focus is in here
    addEventListener('copy', give, { capture: true });
    document.execCommand('copy');
    removeEventListener('copy', give, { capture: true });
    isOver = true;
    return isCopied;
  }

  /** Told where the editor did not take the words, or not all of them. @param {Surface} surface @param {string} text @param {Language} language */
  function trouble(surface, text, language) {
    const { make, button } = Jachai.draw;
    const words = Jachai.words(language);
    const copy = button(surface, { class: 'plain', text: words.copy }, async () => {
      const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false) || copyByCommand(surface, text);
      if (isCopied) copy.textContent = words.copied;
      else if (!copy.previousElementSibling?.matches('.failed')) copy.before(make('p', { class: 'failed', text: words.notCopied })); // the button keeps the focus
    });
    return make('div', { class: 'trouble' }, [make('p', { text: words.notTaken }), make('q', { lang: Jachai.langOf(text), text }), copy]);
  }

  /**
   * @param {Surface} surface @param {Node[]} label @param {string} text @param {CardActions} actions
   * @param {() => Promise<boolean>} act
   */
  function cure(surface, label, text, { untaken }, act) {
    const element = Jachai.draw.button(surface, { class: 'cure' }, () => Jachai.forms.busyWhile(element, async () => {
      untaken(null);
      if (!await act()) untaken(text); // not in this card: it goes with the words that it is about
    }), label); // not `disabled`: a press on it would take the focus out of the draft
    return element;
  }

  /** @param {Surface} surface @param {Finding} finding @param {Words} words @param {CardActions} actions */
  function curesOf(surface, { replacements, insert }, words, actions) {
    const { make } = Jachai.draw;
    const buttons = replacements.map((text) => cure(surface, [text ? inItsVoice(text) : new Text(words.remove)], text, actions, () => actions.replace(text)));
    const lead = replacements.some(Boolean) ? make('span', { class: 'lead', text: words.instead }) : null;
    if (insert) buttons.push(cure(surface, [new Text(`${words.insert}: `), inItsVoice(insert.text)], insert.text, actions, () => actions.insert(insert.text, insert.at)));
    /** @type {Record<string, string>} */
    const group = lead ? { role: 'group', 'aria-label': words.instead } : {}; // else each button says it all
    return buttons.length ? make('div', { class: 'cures', ...group }, [lead, ...buttons]) : null;
  }

  /**
   * One finding.
   * @param {Surface} surface
   * @param {Finding} finding
   * @param {Language} language
   * @param {CardActions} [actions]  none: nothing to press but the clause's text
   */
  function card(surface, finding, language, actions) {
    const words = Jachai.words(language);
    const { make } = Jachai.draw;
    return make('li', { class: `finding ${finding.severity}` }, [
      actions ? pressableTitle(surface, finding, words, actions) : make('div', { class: 'title' }, titleOf(finding, words)),
      make('p', { class: 'message', text: finding.message }),
      actions ? curesOf(surface, finding, words, actions) : null,
      clauseOf(finding, words),
      actions?.offers?.() ?? null,
    ]);
  }

  Jachai.findings = { card, trouble };
})();
