// Pages like Facebook's: a real Lexical editor in React, Post a div role=button, the dialog in a portal outside the app's root.
// ?kind=comment: a comment under a post, sent by a plain Enter; with &in=dialog in the dialog of the post, in a language that no list has. ?kind=share: somebody's post below the draft. 
// ?trap=on: the dialog keeps the focus, as modal dialogs do.
// ?steps=next puts Next before Post, ?post=none leaves Post out. ?kind=message: a message to who commented, over the post.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createFocusTrap } from 'focus-trap';
import { mountLexical } from './lexical.js';
import { isControlEnter, query, record } from './page.js';

const kind = query.get('kind') ?? 'post';
const isInDialog = query.get('in') === 'dialog';

function Editor({ label, hint, onEnter, short, hold }) {
  const box = useRef(null);
  const [version, setVersion] = useState(0); // another key: another element
  useLayoutEffect(() => { // the box is never there without its editor
    const editor = mountLexical(box.current, onEnter);
    window.draft = () => editor.text();
    window.setDraft = (text) => editor.set(text);
    window.tag = (name) => editor.tag(name);
    window.swap = () => { window.kept = editor.text(); setVersion((last) => last + 1); };
    if (window.kept) editor.set(window.kept);
    hold.current = editor;
    return editor.stop;
  }, [version]);
  return <div key={version} ref={box} className={`box ${short ? 'short' : ''}`} role="textbox" contentEditable="true" data-lexical-editor="true" aria-label={label} aria-placeholder={hint} spellCheck="false" suppressContentEditableWarning />;
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
  const editor = useRef(null);
  const title = kind === 'share' ? 'Share' : 'Create post';
  const [step, setStep] = useState(query.get('steps') === 'next' ? 'Next' : 'Post');
  const dialog = useRef(null);
  useEffect(() => {
    if (query.get('trap') !== 'on') return undefined;
    const trap = createFocusTrap(dialog.current, { clickOutsideDeactivates: false, allowOutsideClick: false, escapeDeactivates: false }).activate();
    return () => trap.deactivate();
  }, []);
  const publish = (event) => {
    record(event.type, editor.current.text());
    onClose();
  };
  const press = (event) => (step === 'Next' ? setStep('Post') : publish(event));
  const onKeyDown = (event) => { if (isControlEnter(event)) publish(event); };
  return (
    <div ref={dialog} role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      <form method="POST" onSubmit={(event) => event.preventDefault()}>
        <h2>{title}</h2>
        <div className="who"><span>উপজেলা প্রশাসন, নমুনাপুর</span></div>
        <div className="who"><div role="button" className="audience" aria-label="Edit privacy. Sharing with Public." tabIndex={0}>Public</div></div>
        <Editor label="What's on your mind?" hold={editor} />
        {kind === 'share' && <div role="article" className="quoted">বন্যার খবর: মূল পোস্টের লেখা</div>}
        <div className="tools"><div role="button" aria-label="Photo/video" tabIndex={0}>▣</div><div role="button" aria-label="Tag people" tabIndex={0}>☺</div></div>
      </form>
      {query.get('post') !== 'none' && <Button label={step} onPress={press} className="post" />}
    </div>
  );
}

/** A comment is sent by Enter, or by the arrow beside it. */
function Comment() {
  const editor = useRef(null);
  const send = (event) => {
    record(event.type, editor.current.text());
    editor.current.set('');
  };
  const [label, button] = isInDialog ? ['टिप्पणी लिखें…', 'टिप्पणी करें'] : ['Comment as উপজেলা প্রশাসন, নমুনাপুর', 'Comment'];
  return (
    <div className="card" role={isInDialog ? 'dialog' : 'article'} aria-label="উপজেলা প্রশাসনের পোস্ট">
      <p className="who">আজকের সভার ছবি</p>
      <form role="presentation">
        <Editor label={label} onEnter={send} short hold={editor} />
        <div id="focused-state-composer-submit"><div role="button" aria-label={button} className="post" tabIndex={0} onClick={send}><i>➤</i></div></div>
      </form>
    </div>
  );
}

/** What "Send message" at a comment opens: the same box, in a dialog that only its label tells from a post's. */
function Message() {
  const editor = useRef(null);
  const send = (event) => record(event.type, editor.current.text());
  return (
    <div role="dialog" aria-modal="true" aria-label="Message রহিম উদ্দিন">
      <h2>Send a message as উপজেলা প্রশাসন, নমুনাপুর</h2>
      <Editor hint="Write a message…" short hold={editor} />
      <Button label="Send Message" onPress={send} className="post" />
    </div>
  );
}

function App() {
  const [open, setOpen] = useState(1); // a number, so that opening again makes a new dialog
  useEffect(() => { window.openAgain = () => setOpen((last) => Math.abs(last) + 1); }, []);
  if (kind === 'comment') return <Comment />;
  if (kind === 'message') return createPortal(<Message />, document.body);
  return open > 0 ? createPortal(<Dialog key={open} onClose={() => setOpen((last) => -last)} />, document.body) : null;
}

if (kind === 'comment') document.body.dataset.enter = 'posts';
createRoot(document.querySelector('#mount')).render(<App />);
