// A page like Facebook's: a real Lexical editor inside role=dialog, Post a div role=button, all in a React portal.
// Tests read window.draft(), window.posts; `?steps=next` puts Next before Post, `?post=none` leaves Post out.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';

const query = new URLSearchParams(location.search);
window.posts = [];
window.faults = [];

/** The text of the editor's own state, a line for each paragraph. */
function textOf(editor) {
  return editor.getEditorState().read(() => $getRoot().getChildren().map((block) => block.getTextContent()).join('\n'));
}

function useLexical(box) {
  const editor = useRef(null);
  useEffect(() => {
    const made = createEditor({ namespace: 'draft', onError: (error) => window.faults.push(String(error)) });
    made.setRootElement(box.current);
    const stops = [registerRichText(made), registerHistory(made, createEmptyHistoryState(), 300)];
    editor.current = made;
    window.draft = () => textOf(made);
    window.setDraft = (text) => made.update(() => {
      const lines = text.split('\n').map((line) => $createParagraphNode().append(...(line ? [$createTextNode(line)] : [])));
      $getRoot().clear().append(...lines);
    }, { discrete: true });
    made.focus();
    return () => stops.forEach((stop) => stop());
  }, [box]);
  return editor;
}

function Button({ label, onPress, className }) {
  const onKeyDown = (event) => {
    if (event.key === 'Enter' || event.key === ' ') onPress(event);
  };
  return (
    <div role="button" tabIndex={0} aria-label={label} className={className} onClick={onPress} onKeyDown={onKeyDown}>
      <span><span>{label}</span></span>
    </div>
  );
}

function Dialog({ onClose }) {
  const box = useRef(null);
  const editor = useLexical(box);
  const [step, setStep] = useState(query.get('steps') === 'next' ? 'Next' : 'Post');
  const publish = (event) => {
    window.posts.push({ by: event.type, text: textOf(editor.current) });
    onClose();
  };
  const press = (event) => (step === 'Next' ? setStep('Post') : publish(event));
  const onKeyDown = (event) => {
    const composing = event.nativeEvent.isComposing || event.keyCode === 229; // as real pages do
    if (event.key === 'Enter' && event.ctrlKey && !composing) publish(event);
  };
  return (
    <div role="dialog" aria-label="Create post" onKeyDown={onKeyDown}>
      <form method="POST" onSubmit={(event) => event.preventDefault()}>
        <h2>Create post</h2>
        <div className="who"><span>উপজেলা প্রশাসন, নমুনাপুর</span></div>
        <div className="who"><div role="button" className="audience" aria-label="Edit privacy. Sharing with Public." tabIndex={0}>Public</div></div>
        <div ref={box} role="textbox" contentEditable="true" data-lexical-editor="true" aria-label="What's on your mind?" spellCheck="false" suppressContentEditableWarning />
        <div className="tools"><div role="button" aria-label="Photo/video" tabIndex={0}>▣</div><div role="button" aria-label="Tag people" tabIndex={0}>☺</div></div>
      </form>
      {query.get('post') !== 'none' && <Button label={step} onPress={press} className="post" />}
    </div>
  );
}

function App() {
  const [open, setOpen] = useState(1); // a number, so that opening again makes a new dialog
  useEffect(() => { window.openAgain = () => setOpen((last) => Math.abs(last) + 1); }, []);
  return open > 0 ? createPortal(<Dialog key={open} onClose={() => setOpen((last) => -last)} />, document.body) : null;
}

createRoot(document.querySelector('#mount')).render(<App />);
