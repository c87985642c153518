// First script of every test page, as the real pages have one: its own listener on window, before all others of the page.
// It counts what comes near the control that publishes. The rest is what tests read.
window.seen = [];
window.posts = [];
window.faults = [];
for (const type of ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click', 'auxclick', 'keydown', 'keypress', 'keyup', 'submit']) {
  addEventListener(type, (event) => {
    if (event.key && event.key !== 'Enter' && event.key !== ' ') return;
    const isNearPost = event.composedPath().some((node) => node.matches?.('.post'));
    const publishes = event.key === 'Enter' && (event.ctrlKey || (document.body.dataset.enter === 'posts' && !event.shiftKey));
    if (isNearPost || publishes) window.seen.push(type);
  }, true);
}

/** As an editor that draws itself anew when we have just selected something, so many times: the caret is back where it is now. */
window.putCaretBack = (times) => {
  const { anchorNode, anchorOffset } = getSelection();
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const isBack = selection.isCollapsed && selection.anchorNode === anchorNode && selection.anchorOffset === anchorOffset;
    if (isBack || times <= 0) return;
    times -= 1;
    selection.collapse(anchorNode, anchorOffset);
  });
};
