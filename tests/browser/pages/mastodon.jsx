// A page like Mastodon's: a textarea that React rules, in a form. Control+Enter publishes; so does the form's button.
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { isControlEnter, record } from './page.js';

function Compose() {
  const [text, setText] = useState('');
  const [version, setVersion] = useState(0);
  const field = useRef(null);
  useEffect(() => { field.current.focus(); }, [version]);
  window.draft = () => text;
  window.setDraft = setText;
  window.swap = () => setVersion((last) => last + 1);
  const publish = (event) => { event.preventDefault(); record(event.type, text); };
  return (
    <form className="compose-form card" onSubmit={publish}>
      <div className="navigation-bar who"><strong className="display-name__html">নীলকান্দি উপজেলা</strong> <span className="display-name__account">@nilkandi</span></div>
      <div className="autosuggest-textarea">
        <textarea key={version} ref={field} className="autosuggest-textarea__textarea box" value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (isControlEnter(event)) publish(event); }} aria-label="What's on your mind?" />
      </div>
      <div className="compose-form__submit"><button type="submit" className="button post">Post</button></div>
    </form>
  );
}

createRoot(document.querySelector('#mount')).render(<Compose />);
