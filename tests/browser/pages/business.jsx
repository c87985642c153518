// A page like Meta Business Suite's composer: Draft.js with the role of a combobox, in the page itself; what it publishes with
// stands at the bottom, beside a space without width, as Suite's words do.
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ContentState, Editor, EditorState } from 'draft-js';
import { record } from './page.js';

let last = EditorState.createEmpty(); // the editor's state as it stands now
const text = () => last.getCurrentContent().getPlainText('\n');
const restored = (content) => EditorState.moveFocusToEnd(EditorState.createWithContent(content));

function Suite() {
  const [state, setState] = useState(last);
  const [version, setVersion] = useState(0); // another key: another element
  last = state;
  useEffect(() => {
    window.draft = text;
    window.setDraft = (words) => setState(restored(ContentState.createFromText(words)));
    window.swap = () => {
      setVersion((before) => before + 1);
      setState(restored(last.getCurrentContent()));
    };
  }, []);
  const publish = (event) => record(event.type, text());
  const onKeyDown = (event) => { if (event.key === 'Enter' || event.key === ' ') publish(event); };
  return (
    <main className="card">
      <h2>Create post</h2>
      <div className="who">Post to <div role="combobox" aria-label="Post to উপজেলা প্রশাসন, নমুনাপুর" aria-expanded="false" tabIndex={0}><img alt="Facebook" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" /><span>উপজেলা প্রশাসন, নমুনাপুর</span></div></div>
      <div className="box" key={version}>
        <Editor editorState={state} onChange={setState} role="combobox" ariaLabel="Write into the dialogue box to include text with your post." stripPastedStyles />
      </div>
      <div className="tools"><div role="button" tabIndex={0}>Cancel</div></div>
      <div role="button" tabIndex={0} className="post" onClick={publish} onKeyDown={onKeyDown}><span>{'\u200b'}</span><div>Publish</div></div>
    </main>
  );
}

createRoot(document.querySelector('#mount')).render(<Suite />);
