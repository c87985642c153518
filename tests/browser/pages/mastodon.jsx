// A page like Mastodon's: a textarea that React rules, in a form. Control+Enter publishes; so does the form's button.
// ?kind=warning: with the line of a content warning, in which the same keys publish. A button shows who will see the post; a click
// on it makes the post a private mention, and again a post.
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { isControlEnter, query, record } from './page.js';

function Compose() {
  const [text, setText] = useState('');
  const [version, setVersion] = useState(0);
  const field = useRef(null);
  useEffect(() => { field.current.focus(); }, [version]);
  window.draft = () => text;
  window.setDraft = setText;
  window.swap = () => setVersion((last) => last + 1);
  const [warning, setWarning] = useState('');
  const [isDirect, setDirect] = useState(false);
  const publish = (event) => { event.preventDefault(); record(event.type, text); };
  const onKeyDown = (event) => { if (isControlEnter(event)) publish(event); };
  return (
    <form className="compose-form card" onSubmit={publish}>
      <div className="navigation-bar who"><strong className="display-name__html">নীলকান্দি উপজেলা</strong> <span className="display-name__account">@nilkandi</span></div>
      {query.get('kind') === 'warning' && (
        <div className="spoiler-input">
          <input id="cw-spoiler-input" className="spoiler-input__input" value={warning} onChange={(event) => setWarning(event.target.value)} onKeyDown={onKeyDown} placeholder="Content warning (optional)" />
        </div>
      )}
      <div className="autosuggest-textarea">
        <textarea key={version} ref={field} className="autosuggest-textarea__textarea box" value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} aria-label="What's on your mind?" />
      </div>
      <div className="compose-form__dropdowns">
        <button type="button" className="dropdown-button" onClick={() => setDirect(!isDirect)}>
          <svg className={`icon icon-${isDirect ? 'at' : 'globe'}`} aria-hidden="true" width="12" height="12" /><span className="dropdown-button__label">{isDirect ? 'Private mention' : 'Public'}</span>
        </button>
      </div>
      <div className="compose-form__submit"><button type="submit" className="button post">Post</button></div>
    </form>
  );
}

createRoot(document.querySelector('#mount')).render(<Compose />);
