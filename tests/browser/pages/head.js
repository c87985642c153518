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

/** As an editor that draws itself anew when our words have just been selected, so many times: its own caret is back. */
window.putCaretBack = (times) => {
  const box = document.querySelector('[contenteditable=true]');
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    if (selection.isCollapsed || !box.contains(selection.anchorNode) || times <= 0) return;
    times -= 1;
    selection.selectAllChildren(box);
    selection.collapseToEnd();
  });
};
