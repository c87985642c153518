// What every test page shares: its query, and the record of what it published.
export const query = new URLSearchParams(location.search);

/** Published: how (the event's type), and the text of the editor's own state. */
export function record(by, text) {
  window.posts.push({ by, text });
}

/** True for the key that publishes; keys of a composition are left alone, as real pages do. */
export function isControlEnter(event) {
  const composing = event.isComposing || event.nativeEvent?.isComposing || event.keyCode === 229;
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing;
}

/** An element in the page, by its HTML-like parts: make('p', {class: 'who'}, 'text', child). */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A div that is a button for its role alone, as Meta's pages have it. */
export function roleButton(label, attributes, act) {
  const press = (event) => { if (event.type === 'click' || event.key === 'Enter' || event.key === ' ') act(event); };
  return make('div', { role: 'button', tabindex: '0', ...attributes, onclick: press, onkeydown: press }, make('span', {}, label));
}

/** What tests ask of one editor: its own text, and to be drawn anew in another element, with the same text. */
export function expose(editor, mountAnew) {
  window.draft = () => editor.text();
  window.swap = () => {
    const text = editor.text();
    expose(mountAnew(), mountAnew);
    window.setDraft(text);
  };
  window.setDraft = (text) => editor.set(text);
}

/** The lines of a bare contenteditable, as its site sends them: text, then a div for each further line. `innerText` would double an empty line. */
export function linesOf(box) {
  const lines = [];
  let isOpen = false;
  for (const node of box.childNodes) {
    if (node.nodeName === 'DIV') lines.push(...linesOf(node));
    else if (node.nodeName !== 'BR') lines.push((isOpen ? lines.pop() : '') + node.data);
    else if (!isOpen) lines.push('');
    isOpen = node.nodeType === Node.TEXT_NODE;
  }
  return lines;
}
