// Pages like X's: real Draft.js editors on React 18, the button called by data-testid. ?kind=thread: two drafts under one button;
// ?kind=reply, ?kind=quote: beside somebody's post. Without a kind: the composer of the home page.
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ContentState, Editor, EditorState } from 'draft-js';
import { isControlEnter, query, record } from './page.js';

const kind = query.get('kind') ?? 'post';
const states = []; // of each editor, as it stands now

function Draft({ index }) {
  const [state, setState] = useState(() => EditorState.createEmpty());
  const [version, setVersion] = useState(0);
  states[index] = state;
  useEffect(() => {
    if (index) return;
    window.draft = () => states[0].getCurrentContent().getPlainText('\n');
    window.setDraft = (text) => setState(EditorState.moveFocusToEnd(EditorState.createWithContent(ContentState.createFromText(text))));
    window.swap = () => {
      setVersion((last) => last + 1);
      setState(EditorState.moveFocusToEnd(EditorState.createWithContent(states[0].getCurrentContent())));
    };
  }, []);
  return <div className="box" key={version}><Editor editorState={state} onChange={setState} webDriverTestID={`tweetTextarea_${index}`} ariaLabel="Post text" stripPastedStyles /></div>;
}

function Composer({ test }) {
  const publish = (event) => record(event.type, states.map((state) => state.getCurrentContent().getPlainText('\n')).join('\n---\n'));
  const onKeyDown = (event) => { if (isControlEnter(event)) publish(event); };
  return (
    <div onKeyDown={onKeyDown}>
      <div data-testid="UserAvatar-Container-nilkandi_upz" className="who">○</div>
      {(kind === 'thread' ? [0, 1] : [0]).map((index) => <Draft key={index} index={index} />)}
      {kind === 'quote' && <div role="link" className="quoted"><div data-testid="tweetText">বন্যার খবর: মূল পোস্টের লেখা</div></div>}
      <div data-testid="attachments"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="সভার ছবি" /></div>
      <button role="button" type="button" data-testid={test} className="post" onClick={publish}><div><span><span>Post</span></span></div></button>
    </div>
  );
}

function App() {
  return (
    <>
      <button data-testid="SideNav_AccountSwitcher_Button"><div>নীলকান্দি উপজেলা</div><div>@nilkandi_upz</div></button>
      {kind === 'post' ? <div className="card"><Composer test="tweetButtonInline" /></div> : (
        <div role="dialog" aria-modal="true">
          {kind === 'reply' && <article data-testid="tweet" className="quoted"><div data-testid="tweetText">বন্যার খবর: মূল পোস্টের লেখা</div></article>}
          <Composer test="tweetButton" />
        </div>
      )}
    </>
  );
}

createRoot(document.querySelector('#mount')).render(<App />);
