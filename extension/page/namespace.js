// @ts-check
// The one global of the classic scripts: page/ fills it, content/ and the practice page use it.
// page/ calls no chrome.*: whoever loads it hands in what it needs (how to ask, where to show).
//
// Load in this order (manifest and practice page alike):
//   namespace language words text spans answers surface draw sheet mirror underline replace badge findings forms modal offers report place panel override dialog loop watch

/**
 * All offsets are UTF-16 units of the text that `Jachai.text.read` returned; spans are half-open.
 *
 * @typedef {'advise'|'warn'|'block'} Severity
 * @typedef {'clear'|'advise'|'unchecked'|'warn'|'block'} Verdict
 * @typedef {'bn'|'en'} Language
 * @typedef {[number, number]} Span
 *
 * @typedef {object} Finding        as the server sends it (POST /api/v1/check)
 * @property {string} check
 * @property {string} clause         ASCII id, "9.nga"
 * @property {string} clause_label   as staff know it, "৯(ঙ)"
 * @property {string} clause_text
 * @property {Severity} severity
 * @property {Span[]} spans          none: a finding on the whole draft
 * @property {number|null} start
 * @property {number|null} end
 * @property {string} match
 * @property {string} message
 * @property {string[]} replacements     only with one span
 * @property {{text: string, at: 'start'|'end'}|null} insert
 * @property {string} source
 * @property {string} fingerprint
 * @property {boolean} [may_be_own]      an identifier whose owner is not clear
 * @property {boolean} [of_account]      it is about the account that posts
 *
 * @typedef {{code: string, message: string}} Note   told to the writer, changes no verdict
 *
 * @typedef {object} Answer
 * @property {Verdict} verdict
 * @property {Finding[]} findings
 * @property {{check: string, why: string}[]} incomplete
 * @property {Note[]} notes
 * @property {{kind: string, assumed: boolean}} account
 * @property {Record<string, number>} language
 * @property {{version: string, hash: string}} ruleset
 *
 * @typedef {object} Surroundings    what a platform knows of the draft beside its text; sent as it is
 * @property {{kind: 'institution'|'employee'|'unknown', name?: string, handle?: string}} [account]
 * @property {string} [platform]
 * @property {'post'|'reply'|'comment'|'share'|'edit'} [action]
 * @property {{text: string, kind: string}[]} [mentions]
 * @property {{kind: string}[]} [attachments]
 *
 * @typedef {'typing'|'publish'} Moment
 * @typedef {Surroundings & {text: string, moment: Moment, ui_language: Language}} Question
 *
 * A check that gave no answer. `why`: 'unreachable' (no connection, timeout), 'late' (no answer so far), 'refused' (4xx),
 * 'failed' (5xx or no sense), 'paused' (by the writer). `again`: milliseconds after which the server may be asked again.
 * @typedef {{why: 'unreachable'|'late'|'refused'|'failed'|'paused', message: string, again?: number}} Failure
 *
 * @typedef {{bn: string, en: string}} Bilingual
 * @typedef {{id: string, bn: string, en: string}} Reason   for an override; `en` may be empty
 *
 * What a content script knows of settings and office.
 * @typedef {object} Rules
 * @property {Language} language
 * @property {'allow'|'warn'|'hold'} whenUnreachable
 * @property {number} pausedUntil    milliseconds since 1970, 0 where checking is not paused here
 * @property {string|null} hold     the office holds all publishing, and says so
 * @property {Reason[]} reasons      none: the office allows no override
 * @property {boolean} reports       whether the office takes reports of false alarms
 *
 * @typedef {{done: true}|{failure: Failure}} Outcome   of what the writer asked for
 * @typedef {{reasons: Reason[], send: (reason: string, note: string) => Promise<Outcome>}} Override
 *
 * @typedef {(question: Question, signal: AbortSignal) => Promise<{answer: Answer}|{failure: Failure}>} Ask
 *
 * What a composer is at one moment. `state` is never 'clear' unless this very text was checked whole.
 * 'findings' as soon as the verdict is advise, warn or block (block and warn also where a check is missing);
 * 'unchecked' with a `failure`, or with an `answer` whose verdict is 'unchecked' (its findings are shown all the same).
 * @typedef {object} Status
 * @property {'empty'|'checking'|'clear'|'findings'|'unchecked'} state
 * @property {string} text
 * @property {Answer|null} answer      of this very text
 * @property {Failure|null} failure
 */

/**
 * What page/ offers. Members that are not named here are `any`; that somebody assigns each of them, test_extension_structure.py sees to.
 *
 * @typedef {object} Segment         one text node, or a piece of it; the <br> of an empty line (start === end); a picture in a line, read as a space
 * @property {Node} node
 * @property {number} start
 * @property {number} end
 * @property {number|null} from       where the piece begins in its node, where white space of the node does not show; null: all of the node
 *
 * @typedef {{text: string, segments: Segment[]}} Reading   no segments for a textarea
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box  CSS px of the viewport
 *
 * @typedef {object} Underline
 * @property {(reading: Reading, findings: Pick<Finding, 'severity'|'spans'>[]) => void} paint
 * @property {(seen: Box) => void} look    the composer moved, or what is to be seen of it
 * @property {() => void} stop       removes what it drew
 *
 * @typedef {object} WatchOptions
 * @property {Ask} ask
 * @property {() => Surroundings} surroundings   read anew before each question
 * @property {Language} language
 * @property {() => Element} container           where badge and panel are mounted: what lies on top of the page around the composer, else the body, or around it where it is editable
 * @property {AbortSignal} [signal]              stops the watch
 * @property {(status: Status) => void} [onStatus]  at each change of the status
 * @property {Offers} [offers]                   what a finding offers beside its cure; none: nothing
 * @property {() => Element[]} [avoid]           what the panel must not cover: the publish controls
 * @property {Element} [dock]                    shows the panel inside this element, always open (the practice page)
 *
 * @typedef {object} Watch
 * @property {Element} element
 * @property {Status} status                     as last read; `settle` for the text as it is now
 * @property {(moment: Moment) => Promise<Status>} settle  never rejects; ends within LIMIT_MS (10 s), or within twice that where it has to ask anew
 * @property {() => void} openPanel
 * @property {() => void} closePanel
 * @property {HTMLElement} sign                  what shows that it is watched: the badge's host
 * @property {() => void} showAgain              puts the sign back
 * @property {boolean} isCuring                  a cure is being written into the draft
 * @property {boolean} isStopped
 * @property {() => void} stop
 *
 * What can be done with a finding that is not to be mended. Each but `report` makes the composers ask anew.
 * @typedef {object} Offers
 * @property {(finding: Finding) => Promise<Outcome>} hide                  this finding
 * @property {(finding: Finding, days: number) => Promise<Outcome>} hideTerm  all of its term, for so long
 * @property {(finding: Finding) => Promise<Outcome>} own                   the number is the office's
 * @property {() => Promise<boolean>} reports                               whether the office takes reports
 * @property {(report: Reported) => Promise<Outcome>} report
 * @property {string} platform
 *
 * A false alarm as it leaves; the writer saw and edited excerpt and note.
 * @typedef {{check: string, clause: string, source: string, fingerprint: string, excerpt: string, note: string}} Reported
 *
 * @typedef {object} DialogOptions
 * @property {Finding[]} findings                the worst come first, advice is not shown; where the choice is `publish` there is only advice: as the server has it
 * @property {Language} language
 * @property {() => Element} container
 * @property {() => void} [mend]                 the writer goes back to mend what was found
 * @property {() => boolean} [isOver]            it is to be asked anew, or not at all
 * @property {string} [hold]                     the office holds all publishing, and says so
 * @property {Override} [override]               the way past a block
 * @property {Failure|true|'checking'} [unchecked]  the text was not checked (whole), or not yet, and the office asks or holds for that
 * @property {() => (DialogOptions & {choice: Asked['choice']})|null} [renew]  what is asked from now on; null: the same
 *
 * 'publish': nothing of what was waited for stands against it.
 * @typedef {DialogOptions & {choice: 'hold'|'ask'|'publish'}} Asked
 *
 * @typedef {'advise'|'warn'|'block'|'clear'|'checking'|'unchecked'|'close'} IconName
 *
 * How something was pressed. `isByHand`: by mouse, finger or pen, not by a key or a screen reader; `isSecond`: of a double click;
 * `at`: when, performance.now(), which may be long before a busy page lets us hear of it.
 * @typedef {{isByHand: boolean, isSecond: boolean, at: number}} Press
 *
 * @typedef {object} Surface         one host element with a shadow root, hidden from the page's listeners
 * @property {HTMLElement} host
 * @property {ShadowRoot} root
 * @property {(container: Element) => void} mount   moves it there; does nothing where it is there
 * @property {(isAway: boolean) => void} hide
 * @property {(x: number, y: number, zoom?: number) => void} place  left and top in CSS px of the viewport; `zoom`: how much larger than those the host's own are, else they are the same
 * @property {(height: number, width: number) => void} fit   the greatest height that there is room for, and the width, CSS px
 * @property {() => void} free       undoes that a page's own dialog switched off all beside it, or its styles made it invisible
 * @property {(element: Element, act: (by: Press) => void) => void} onPress  a trusted click, Enter/Space or a screen reader's press on it
 * @property {(type: string, act: (event: any) => void) => void} on   a trusted event of the host
 * @property {() => void} stop
 *
 * @typedef {{
 *   text: {
 *     read: (element: Element) => Reading,
 *     patch: (reading: Reading, nodes: Iterable<Node>) => Reading|null,
 *     toRange: (reading: Reading, start: number, end: number) => Range|null,
 *     isAt: (range: Range, reading: Reading, start: number, end: number) => boolean},
 *   spans: {moveFindings: (findings: Finding[], oldText: string, newText: string) => Finding[]},
 *   answers: {
 *     VERDICTS: Verdict[],
 *     isAnswer: (value: unknown, length: number) => value is Answer,
 *     judge: (raw: unknown, text: string) => {state: Status['state'], answer: Answer}|null,
 *     worst: (findings: Pick<Finding, 'severity'>[]) => Severity|null},
 *   isSeen: (element: Element) => boolean,
 *   seenOf: (element: Element) => Box,
 *   meet: (one: Box, other: Box) => boolean,
 *   underline: {create: (element: Element) => Underline},
 *   endComposing: (element: Element) => Promise<void>,
 *   keepCaret: (element: Element|null) => () => void,
 *   replace: (element: Element, start: number, end: number, text: string) => Promise<boolean>,
 *   retype: (box: HTMLElement, text: string) => void,
 *   watch: (element: Element, options: WatchOptions) => Watch,
 *   dialog: {hold: (options: DialogOptions) => Promise<'back'|'publish'|'anew'>, confirm: (options: DialogOptions) => Promise<'back'|'publish'|'anew'>},
 *   words: (language: Language) => Words,
 *   saidIn: (text: Partial<Bilingual>|null|undefined, language: Language) => string,
 *   langOf: (text: string) => Language,
 *   digits: (number: number|string, language: Language) => string,
 *   dayOf: (at: number, language: Language) => string,
 *   timeOf: (at: number, language: Language) => string,
 *   isField: (element: Element) => element is HTMLTextAreaElement|HTMLInputElement,
 *   jump: (element: Element, start: number, end: number) => Range|null,
 *   draw: {
 *     make: <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes?: Record<string, string>, children?: (Node|null)[]) =>
 *       HTMLElementTagNameMap[Tag],
 *     icon: (name: IconName) => Element,
 *     button: (surface: Surface, attributes: Record<string, string>, act: (by: Press) => void, children?: Node[]) =>
 *       HTMLButtonElement,
 *     reach: (body: HTMLElement) => void,
 *     seen: () => {at: number}},
 *   surface: {
 *     create: (name: string, options?: {docked?: boolean, modal?: boolean}) => Surface,
 *     hear: (types: string[], act: (event: any) => void) => void,
 *     listen: () => void,
 *     openRoots: boolean},
 *   [name: string]: any
 * }} Namespace
 */

// `var`, so that every classic script of the page sees it; of the global object too, for the background's modules, which import some of
// page/. Kept where the scripts are loaded twice.
/** @type {Namespace} */
var Jachai = /** @type {any} */ (globalThis).Jachai ??= {};
