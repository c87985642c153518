// @ts-check
// The few things that a writer fills in, for our dialogs: one of several choices, a line, a text; and what went wrong.
/**
 * @typedef {{label: string, hint?: string, longest: number, value?: string, isFirst?: boolean}} TextField  `longest` in UTF-16 units; isFirst: of its dialog to have the focus
 * @typedef {{element: HTMLElement, value: () => string, focus: () => void}} FilledIn  what the writer fills in
 */
(() => {
  let fields = 0; // labels are tied by id, and ids are those of one root

  /** @param {HTMLElement} element @param {TextField} field */
  function labelled(element, { label, hint = '' }) {
    const { make } = Jachai.draw;
    const id = `field-${fields += 1}`;
    element.id = id;
    if (hint) element.setAttribute('aria-describedby', `${id}-hint`);
    return make('div', { class: 'field' }, [
      make('label', { for: id, text: label }), element, hint ? make('p', { class: 'hint', id: `${id}-hint`, text: hint }) : null,
    ]);
  }

  /** @param {TextField} field */
  function line(field) {
    const input = Jachai.draw.make('input', { type: 'text', maxlength: String(field.longest), autocomplete: 'off', value: field.value ?? '', ...(field.isFirst && { autofocus: '' }) });
    return { element: labelled(input, field), value: () => input.value.trim(), focus: () => input.focus() };
  }

  /** @param {TextField} field */
  function text(field) {
    const value = field.value ?? '';
    const area = Jachai.draw.make('textarea', { rows: '4', autofocus: '', maxlength: String(field.longest), lang: Jachai.langOf(value), text: value });
    return { element: labelled(area, field), value: () => area.value.trim(), focus: () => area.focus() };
  }

  /** @param {string} legend @param {{id: string, label: string}[]} choices @param {string} [chosen]  the id of one */
  function oneOf(legend, choices, chosen) {
    const { make } = Jachai.draw;
    const radios = choices.map(({ id }) => make('input', { type: 'radio', name: 'choice', value: id, ...(id === chosen && { checked: '' }) }));
    const rows = choices.map(({ label }, index) => make('label', { class: 'choice' }, [radios[index], make('span', { lang: Jachai.langOf(label), text: label })]));
    return {
      element: make('fieldset', {}, [make('legend', { text: legend }), ...rows]),
      value: () => radios.find(({ checked }) => checked)?.value ?? '',
      focus: () => (radios.find(({ checked }) => checked) ?? radios[0])?.focus(),
    };
  }

  /** A line that speaks up when something is wrong. */
  function trouble() {
    const element = Jachai.draw.make('p', { class: 'fault', role: 'alert', hidden: '' });
    return {
      element,
      /** @param {string} words  '' for none */
      say(words) {
        element.textContent = words;
        element.hidden = !words;
        if (words) element.scrollIntoView({ block: 'nearest' });
      },
    };
  }

  /**
   * Takes no second press meanwhile, but keeps the focus, which `disabled` would lose.
   * @param {HTMLButtonElement} button @param {() => Promise<void>} act
   */
  async function busyWhile(button, act) {
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    try {
      await act();
    } finally {
      button.ariaDisabled = null;
    }
  }

  /** What to tell of an outcome that failed. @param {Failure} failure @param {Language} language */
  const failureOf = ({ why, message }, language) => message || Jachai.words(language)[why];

  Jachai.forms = { line, text, oneOf, trouble, busyWhile, failureOf };
})();
