// Tiptap over ProseMirror, as Bluesky's composer and LinkedIn's comments use it.
import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';

/** A Tiptap editor that makes its own editable element inside `place`. */
export function mountTiptap(place, attributes) {
  const editor = new Editor({
    element: place,
    extensions: [Document, Paragraph, Text, HardBreak, UndoRedo],
    editorProps: { attributes },
    autofocus: 'end',
    injectCSS: false,
  });
  return {
    text: () => editor.getText({ blockSeparator: '\n' }),
    set: (text) => editor.chain().setContent(text.split('\n').map((line) => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] }))).focus('end').run(),
    stop: () => editor.destroy(),
  };
}
