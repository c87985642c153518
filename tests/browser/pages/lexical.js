// Lexical, as Facebook, Instagram and Threads use it.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND, TextNode } from 'lexical';

/** A tagged person: only `spellcheck` marks it in the page, as Lexical's own example has it. */
class Mention extends TextNode {
  static getType() { return 'mention'; }

  static clone(node) { return new Mention(node.__text, node.__key); }

  createDOM(config) {
    const dom = super.createDOM(config);
    dom.spellcheck = false;
    return dom;
  }
}

/** A Lexical editor in an element. `onEnter` is called at a plain Enter, which then makes no line. */
export function mountLexical(box, onEnter) {
  const editor = createEditor({ namespace: 'draft', nodes: [Mention], onError: (error) => window.faults.push(String(error)) });
  editor.setRootElement(box);
  const stops = [registerRichText(editor), registerHistory(editor, createEmptyHistoryState(), 300)];
  stops.push(editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
    const isPlain = onEnter && !event?.shiftKey;
    if (!event || event.isComposing || !(event.ctrlKey || isPlain)) return false;
    event.preventDefault(); // Control+Enter is the dialog's, and no line
    if (isPlain) onEnter(event);
    return true;
  }, COMMAND_PRIORITY_HIGH));
  editor.focus();
  return {
    /** A line for each paragraph; Shift+Enter's line break is one too. */
    text: () => editor.getEditorState().read(() => $getRoot().getChildren().map((block) => block.getTextContent()).join('\n')),
    set(text) {
      editor.update(() => {
        const lines = text.split('\n').map((line) => $createParagraphNode().append(...(line ? [$createTextNode(line)] : [])));
        $getRoot().clear().append(...lines);
        $getRoot().selectEnd();
      }, { discrete: true });
    },
    tag: (name) => editor.update(() => $getSelection().insertNodes([new Mention(name).setMode('token'), $createTextNode(' ')]), { discrete: true }),
    stop: () => stops.forEach((stop) => stop()),
  };
}
