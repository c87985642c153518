// @ts-check
// The look of all surfaces, as one constructed sheet. Lines are tall enough for Bangla's signs above and below.
// What a page sets on our hosts, or on `*`, loses against `:host` where that is important alone: `all` covers no custom property, and no direction.
(() => {
  const COLOURS = `
    :host {
      all: initial !important; direction: ltr !important; unicode-bidi: isolate !important;
      color-scheme: light dark !important;
      --ink: light-dark(#1c2024, #eceef0) !important; --soft: light-dark(#4f5963, #b3bac2) !important; --ground: light-dark(#ffffff, #20242a) !important;
      --raised: light-dark(#f5f7f9, #2a2f36) !important; --line: light-dark(#d5dae0, #434a53) !important; --focus: light-dark(#0b57a4, #8ec1ff) !important;
      --block: light-dark(#b3261e, #ff9188) !important; --warn: light-dark(#8a4b00, #ffbd66) !important; --advise: light-dark(#0b57a4, #8ec1ff) !important;
      --clear: light-dark(#17663a, #7fd6a0) !important; --unchecked: light-dark(#565b66, #c5cad3) !important;
      --block-ground: light-dark(#fdeceb, #43211f) !important; --warn-ground: light-dark(#fff3e0, #3d2c14) !important;
      --advise-ground: light-dark(#e9f2fc, #1c2f47) !important;
      --on-strong: light-dark(#ffffff, #15181c) !important;
    }`;

  const HOSTS = `
    :host {
      display: block !important; position: fixed !important; inset: auto !important; margin: 0 !important; border: 0 !important;
      padding: 0 !important; background: none !important; overflow: visible !important; z-index: 2147483647 !important;
      font: 400 15px/1.65 system-ui, "Noto Sans Bengali", "Nirmala UI", "Vrinda", "Segoe UI", sans-serif !important;
      color: var(--ink) !important; text-align: start !important;
    }
    :host(.docked) { z-index: auto !important; }
    :host(jachai-mirror), :host(jachai-notice) { pointer-events: none !important; } /* what lies below takes the press */
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    h2, h3, p, ul, ol { margin: 0; padding: 0; font: inherit; }
    ul, ol { list-style: none; }
    button, summary { font: inherit; color: inherit; cursor: pointer; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    .icon { inline-size: 1.15em; block-size: 1.15em; flex: none; color: currentColor; }
    .icon .fill { fill: currentColor; }
    .icon .mark, .icon .line { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    .icon .mark { stroke: var(--on-strong); }
    .icon .line { stroke: currentColor; }
    .icon.checking .line { stroke-width: 3; }
    .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .block { --tone: var(--block); --tint: var(--block-ground); }
    .warn { --tone: var(--warn); --tint: var(--warn-ground); }
    .advise { --tone: var(--advise); --tint: var(--advise-ground); }
    .clear { --tone: var(--clear); --tint: var(--ground); }
    .unchecked { --tone: var(--unchecked); --tint: var(--raised); }
    .checking, .empty { --tone: var(--soft); --tint: var(--ground); }`;

  const BADGE = `
    .badge {
      display: inline-flex; align-items: center; gap: 5px; block-size: 26px; min-inline-size: 26px; padding: 0 5px; border-radius: 13px;
      border: 1px solid color-mix(in srgb, var(--tone) 55%, transparent); background: var(--tint); color: var(--tone);
      font-size: 13px; font-weight: 600; line-height: 1; white-space: nowrap; justify-content: center;
    }
    .badge:hover { border-color: var(--tone); }
    .badge .label:not(:empty) { padding-inline-end: 4px; }`;

  const PANEL = `
    .panel {
      display: flex; flex-direction: column; inline-size: min(360px, var(--jachai-width, 360px), calc(100vw - 16px)); max-block-size: min(70vh, 560px, var(--jachai-room, 100vh));
      background: var(--ground); border: 1px solid var(--line); border-radius: 12px; overflow: hidden;
      box-shadow: 0 8px 28px rgb(0 0 0 / 22%);
    }
    :host(.docked) .panel { inline-size: 100%; max-block-size: none; box-shadow: none; }
    .head { display: flex; align-items: center; gap: 9px; padding: 11px 14px; border-block-end: 1px solid var(--line); background: var(--raised); }
    .sign { display: flex; }
    .head .icon { color: var(--tone); inline-size: 20px; block-size: 20px; }
    .head .close .icon { color: inherit; }
    .head h2 { flex: 1; font-weight: 600; line-height: 1.5; overflow-wrap: anywhere; }
    .close { display: grid; place-items: center; inline-size: 32px; block-size: 32px; padding: 0; border: 0; border-radius: 8px; background: none; color: var(--soft); }
    .close:hover { background: var(--line); }
    .body { overflow-y: auto; overscroll-behavior: contain; }
    .body:focus-visible { outline-offset: -2px; } /* what is around it cuts off all else */
    .say, .choice, .label, .notes li { overflow-wrap: anywhere; } /* an address in an office's message */
    .say { padding: 12px 14px; color: var(--soft); }
    .say + .say { padding-block-start: 0; }
    .say .plain { margin-block-start: 8px; }
    .foot { padding: 7px 14px; border-block-start: 1px solid var(--line); color: var(--soft); font-size: 12.5px; }
    .notes { padding: 10px 14px; border-block-start: 1px solid var(--line); color: var(--soft); font-size: 14px; }
    .notes h3 { font-weight: 600; }
    .notes li { padding-inline-start: 14px; position: relative; }
    .notes li::before { content: "•"; position: absolute; inset-inline-start: 2px; }`;

  const FINDINGS = `
    .finding { padding: 12px 14px 13px; border-inline-start: 4px solid var(--tone); }
    .finding + .finding { border-block-start: 1px solid var(--line); }
    .stale .finding { opacity: 0.75; }
    .title { display: block; inline-size: 100%; padding: 0; border: 0; background: none; text-align: start; border-radius: 4px; }
    .chip { display: inline-flex; align-items: center; gap: 5px; color: var(--tone); font-weight: 600; font-size: 13.5px; }
    .line { display: flex; align-items: center; justify-content: space-between; gap: 10px; }
    .label { color: var(--soft); font-size: 13.5px; }
    .badge .label { color: inherit; font-size: inherit; }
    .words { display: block; margin-block-start: 2px; font-weight: 600; overflow-wrap: anywhere; }
    button.title:hover .words { text-decoration: underline; text-underline-offset: 4px; }
    .message { margin-block-start: 3px; overflow-wrap: anywhere; }
    .cures { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; margin-block-start: 9px; }
    .cures .lead { color: var(--soft); font-size: 13.5px; }
    .cure, .plain {
      padding: 3px 11px; border: 1px solid var(--line); border-radius: 8px; background: var(--raised); color: var(--ink);
      text-align: start; overflow-wrap: anywhere; min-block-size: 32px;
    }
    .cure { border-color: color-mix(in srgb, var(--clear) 45%, var(--line)); color: var(--clear); font-weight: 600; background: var(--ground); }
    .cure:hover, .plain:hover { border-color: currentColor; }
    .panel > [role="alert"] { flex: 0 1 auto; min-block-size: 0; max-block-size: 50%; overflow-y: auto; }
    .panel > [role="alert"]:empty { display: none; } /* Firefox tells an empty one whenever it comes into view */
    .trouble { padding: 9px 14px; border-block-end: 1px solid var(--line); background: var(--raised); }
    .trouble q { display: block; max-block-size: 6em; overflow-y: auto; margin-block: 4px 8px; quotes: none; white-space: pre-wrap; font-weight: 600; overflow-wrap: anywhere; }
    details { margin-block-start: 9px; font-size: 14px; }
    summary { color: var(--soft); inline-size: fit-content; border-radius: 4px; }
    summary:hover { color: var(--ink); }
    .clause { margin-block-start: 4px; padding-inline-start: 11px; border-inline-start: 2px solid var(--line); white-space: pre-line; overflow-wrap: anywhere; }`;

  const DIALOG = `
    dialog {
      inline-size: min(480px, calc(100vw - 24px)); max-block-size: calc(100vh - 24px); padding: 0; border: 1px solid var(--line);
      border-radius: 14px; background: var(--ground); color: var(--ink); box-shadow: 0 16px 48px rgb(0 0 0 / 35%); overflow: hidden;
    }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: rgb(10 14 20 / 50%); }
    dialog .head { border-block-start: 4px solid var(--tone); padding-block: 14px; }
    dialog .head h2 { font-size: 17px; }
    dialog .say { color: var(--ink); }
    .choices { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 10px; padding: 12px 14px; border-block-start: 1px solid var(--line); }
    .choices:empty { display: none; }
    .choices button { padding: 6px 16px; border-radius: 9px; min-block-size: 40px; border: 1px solid var(--line); background: var(--ground); font-weight: 600; }
    .choices .main { background: var(--advise); border-color: var(--advise); color: var(--on-strong); }
    .choices button:hover { filter: brightness(0.94); }
    dialog .icon.checking .line, :host(jachai-notice) .icon.checking .line { stroke-width: 4; }
    @media (prefers-reduced-motion: no-preference) {
      dialog .icon.checking, :host(jachai-notice) .icon.checking { animation: dots 1.6s steps(1) infinite; }
    }
    @keyframes dots { 0% { clip-path: inset(0 67% 0 0); } 33% { clip-path: inset(0 33% 0 0); } 66% { clip-path: none; } }
    :host(jachai-notice) .panel.checking { animation: shown 0.4s; } /* an answer that comes right after it makes no flicker */
    @keyframes shown { from { opacity: 0; } }
    @media (max-width: 599px) and (min-height: 300px) {
      .choices { flex-direction: column-reverse; }
      .choices button { min-block-size: 44px; }
    }
    @media (max-height: 299px) { /* enlarged three or four times: what is asked about has to be read there, too */
      dialog { max-block-size: calc(100vh - 8px); }
      dialog .head { padding-block: 4px; }
      dialog .head h2 { font-size: inherit; }
      .choices { gap: 6px; padding-block: 6px; }
      .choices button { min-block-size: 32px; padding-block: 2px; }
    }`;

  const FORMS = `
    .form { padding: 4px 14px 14px; }
    .field, fieldset { margin-block-start: 12px; }
    fieldset { margin-inline: 0; padding: 0; border: 0; min-inline-size: 0; }
    legend, .field label { padding: 0; font-weight: 600; }
    .choice { display: flex; align-items: flex-start; gap: 9px; padding-block: 5px; cursor: pointer; }
    .choice input { inline-size: 17px; block-size: 17px; margin: 4px 0 0; accent-color: var(--advise); flex: none; }
    .field input, textarea {
      display: block; inline-size: 100%; margin-block-start: 4px; padding: 7px 10px; border: 1px solid var(--soft); border-radius: 8px;
      background: var(--raised); color: var(--ink); font: inherit; resize: vertical;
    }
    .hint { margin-block-start: 4px; color: var(--soft); font-size: 13.5px; }
    .fault { margin-block-start: 10px; padding: 8px 11px; border-radius: 8px; background: var(--block-ground); color: var(--block); }
    .form .publish { margin-block-start: 12px; padding: 6px 16px; min-block-size: 40px; border: 1px solid var(--line); border-radius: 9px; background: var(--ground); font-weight: 600; }
    button[aria-disabled] { opacity: 0.6; cursor: default; }
    dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 3px 12px; margin: 6px 0; }
    dt { color: var(--soft); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .offers { display: flex; flex-direction: column; align-items: flex-start; gap: 4px; margin-block-start: 6px; }
    .offers details { margin: 0; }
    .choose { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; padding-block: 7px 2px; font-size: 15px; }
    .periods { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; }
    .periods .lead { color: var(--soft); font-size: 14px; inline-size: 100%; }`;

  const MIRROR = `
    .mirror {
      overflow: hidden; color: transparent; border-style: solid; border-color: transparent; box-sizing: border-box;
      forced-color-adjust: none; /* in high contrast its words would lie over caret and selection */
    }
    /* as in underline.css */
    u { text-decoration: underline wavy 1.5px #c26f00; text-decoration-skip-ink: none; }
    u.block { text-decoration-color: #e0393f; text-decoration-thickness: 2px; background: rgb(224 57 63 / 16%); }
    u.advise { text-decoration: underline dotted 2px #2f7fe8; }
    @media (forced-colors: active) {
      u.block { text-decoration-style: double; }
    }`;

  /** @type {CSSStyleSheet|undefined} */
  let sheet;

  /**
   * The sheet that all surfaces adopt.
   * @returns {CSSStyleSheet}
   */
  Jachai.sheet = () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync([COLOURS, HOSTS, BADGE, PANEL, FINDINGS, DIALOG, FORMS, MIRROR].join('\n'));
    }
    return sheet;
  };
})();
