// @ts-check
// The one global of the classic scripts, and all that is in it: page/ fills it, content/ and the practice page add to it.
// page/ calls no chrome.*: whoever loads it hands in what it needs (how to ask, where to show).
//
// Load in this order (manifest and practice page alike):
//   namespace language words text spans answers surface draw sheet mirror underline replace badge findings forms modal offers report place panel override dialog decide loop watch

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
 * 'failed' (5xx or no sense), 'paused' (by the writer). `again`: milliseconds after which the server may be asked again;
 * `at`: of several overrides sent together, which one is refused.
 * @typedef {{why: 'unreachable'|'late'|'refused'|'failed'|'paused', message: string, again?: number, at?: number}} Failure
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
 * @typedef {{reason: string, note: string}} Given   why it is published in spite of a block: the id of a `Reason`, and a few words or ''
 * @typedef {{reasons: Reason[], give: (given: Given) => void, before?: Given}} Override   before: what was given and could not be recorded
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
 * What the members below take and give.
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
 * @property {() => void} [openPanel]            none where another script shows the draft
 * @property {boolean} [isCuring]                a cure is being written into the draft
 * @property {boolean} isStopped
 * @property {() => void} stop
 *
 * One that shows the draft: `sign` is what shows that it is watched, the badge's host; `showAgain` puts it back.
 * @typedef {Required<Watch> & {closePanel: () => void, sign: HTMLElement, showAgain: () => void}} ShownWatch
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
 * @property {Failure} [notKept]                 why the reason that the writer gave was not recorded
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
 */

/**
 * All of page/, in the order in which it is loaded; what is said of one stands where it is made.
 *
 * @typedef {object} PageMembers
 * @property {(text: Partial<Bilingual>|null|undefined, language: Language) => string} saidIn
 * @property {(text: string) => Language} langOf
 * @property {(number: number|string, language: Language) => string} digits
 * @property {(at: number, language: Language) => string} dayOf
 * @property {(at: number, language: Language) => string} timeOf
 * @property {(language: Language) => Words} words
 * @property {(template: string, values: Record<string, string>) => string} fill
 * @property {{
 *   read: (element: Element) => Reading,
 *   patch: (reading: Reading, nodes: Iterable<Node>) => Reading|null,
 *   toRange: (reading: Reading, start: number, end: number) => Range|null,
 *   isAt: (range: Range, reading: Reading, start: number, end: number) => boolean}} text
 * @property {(element: Element) => element is HTMLTextAreaElement|HTMLInputElement} isField
 * @property {{moveFindings: (findings: Finding[], oldText: string, newText: string) => Finding[]}} spans
 * @property {{
 *   VERDICTS: Verdict[],
 *   isAnswer: (value: unknown, length: number) => value is Answer,
 *   judge: (raw: unknown, text: string) => {state: Status['state'], answer: Answer}|null,
 *   worst: (findings: Pick<Finding, 'severity'>[]) => Severity|null}} answers
 * @property {{
 *   create: (name: string, options?: {docked?: boolean, modal?: boolean}) => Surface,
 *   hear: (types: string[], act: (event: any) => void) => void,
 *   listen: () => void,
 *   openRoots: boolean}} surface
 * @property {{
 *   make: <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes?: Record<string, string>, children?: (Node|null)[]) => HTMLElementTagNameMap[Tag],
 *   icon: (name: IconName) => Element,
 *   button: (surface: Surface, attributes: Record<string, string>, act: (by: Press) => void, children?: Node[]) => HTMLButtonElement,
 *   reach: (body: HTMLElement) => void,
 *   seen: () => {at: number}}} draw
 * @property {() => CSSStyleSheet} sheet
 * @property {(field: HTMLTextAreaElement|HTMLInputElement) => Mirror} mirror
 * @property {{create: (element: Element) => Underline}} underline
 * @property {(element: Element, start: number, end: number) => Range|null} jump
 * @property {(element: Element|null) => () => void} keepCaret
 * @property {(element: Element) => Promise<void>} endComposing
 * @property {(element: Element, start: number, end: number, text: string) => Promise<boolean>} replace
 * @property {(box: HTMLElement, text: string) => void} retype
 * @property {(element: Element, options: BadgeOptions) => Badge} badge
 * @property {(element: Element) => boolean} isSeen
 * @property {(element: Element) => Box} seenOf
 * @property {(one: Box, other: Box) => boolean} meet
 * @property {{
 *   card: (surface: Surface, finding: Finding, language: Language, actions?: CardActions) => HTMLElement,
 *   trouble: (surface: Surface, text: string, language: Language) => HTMLElement}} findings
 * @property {{
 *   line: (field: TextField) => FilledIn,
 *   text: (field: TextField) => FilledIn,
 *   oneOf: (legend: string, choices: {id: string, label: string}[], chosen?: string) => FilledIn,
 *   trouble: () => {element: HTMLElement, say: (words: string) => void},
 *   busyWhile: (button: HTMLButtonElement, act: () => Promise<void>) => Promise<void>,
 *   failureOf: (failure: Failure, language: Language) => string}} forms
 * @property {<Choice>(options: ModalOptions<Choice>, fill: ModalFill<Choice>) => Promise<Choice>} modal
 * @property {(surface: Surface, finding: Finding, options: OffersOf) => HTMLElement|null} offersOf
 * @property {((finding: Finding, text: string, options: {language: Language, container: () => Element, offers: Pick<Offers, 'report'|'platform'>}) => Promise<'sent'|'back'>)
 *   & {excerptOf: (text: string, finding: Finding) => string, hintOf: (text: string, finding: Finding) => 'excerptPrivate'|'excerptHint'}} report
 * @property {((element: Element, controls: Element[], surface: Surface, words: Range|null) => void)
 *   & {spotFor: (composer: Box, controls: Box[], view: {width: number, height: number}, words?: Box|null) => Spot}} placePanel
 * @property {(options: PanelOptions) => Panel} panel
 * @property {(surface: Surface, override: Override, language: Language, ways: OverrideWays) => {opener: HTMLButtonElement, form: HTMLElement}} overrideForm
 * @property {Record<'hold'|'confirm', (options: DialogOptions) => Promise<'back'|'publish'|'anew'>>
 *   & {recording: (options: Pick<DialogOptions, 'language'|'container'>, act: () => Promise<void>) => Promise<void>}} dialog
 * @property {(watch: Watch, status: Status, rules: Rules, ways: DecisionWays) => Promise<'publish'|'free'|'asked'|'back'|'anew'>} decisionOn
 * @property {(watch: Watch, status: Status, rules: Rules) => boolean} asksMore
 * @property {(status: Status, rules: Rules) => boolean} isToMend
 * @property {(watch: Watch) => void} forgetSaid
 * @property {(watch: Watch, status: Status, rules: Rules) => Given|undefined} unrecorded
 * @property {(watch: Watch, text: string, outcome: Outcome) => void} noteRecorded
 * @property {(status: Status) => boolean} isUnchecked
 * @property {(options: LoopOptions) => Loop} loop
 * @property {EventTarget} changes  'change', 'retry', 'withdrawn'
 * @property {(element: Element, options: WatchOptions) => ShownWatch} watch
 *
 * All of content/, in the same way.
 *
 * @typedef {object} ContentMembers
 * @property {() => Promise<Rules>} rules
 * @property {() => Rules|null} toldRules
 * @property {() => Language} spoken
 * @property {() => void} endRules
 * @property {(message: {type: string, [more: string]: unknown}) => Promise<any>} tell
 * @property {string} host            of this frame, '' where it has an origin of its own
 * @property {boolean} [isWithdrawn]  the site is none of ours any more, or the page is the server's practice page
 * @property {Ask} ask
 * @property {() => boolean} isAlive
 * @property {(platform: string) => Offers} offersOn
 * @property {(composer: Element) => Element} containerOf
 * @property {(event: Event) => Element[]} pathOf
 * @property {(host: HTMLElement) => ShadowRoot|null} openedRoot
 * @property {(element: Element, selector: string) => Element|null} closest
 * @property {(element: Element) => Element|null} parentOf
 * @property {(element: Element, around: Element) => boolean} isInside
 * @property {(element: Element, form: HTMLFormElement) => boolean} isOfForm
 * @property {(element: Element) => boolean} isThere
 * @property {(root: Document|ShadowRoot) => Document[]} documentsIn
 * @property {(element: Element) => AbortSignal} untilRemoved
 * @property {(file: PlatformFile) => void} addPlatform
 * @property {Platform[]} platforms
 * @property {(element: Element, platforms: Platform[]) => Platform|undefined} platformFor
 * @property {(element: Element, platforms: Platform[]) => boolean} isElsewhere
 * @property {{
 *   all: (scope: Scope, selector: string|undefined) => HTMLElement[],
 *   shown: (text: string|null) => string,
 *   textOf: (element: Element) => string,
 *   labelOf: (button: Element) => string,
 *   scopeOf: (platform: Pick<Platform, 'selectors'>, element: Element) => Element|null,
 *   areaOf: (platform: Platform, composer: HTMLElement, publishes?: (around: Element) => boolean) => Element|null}} elements
 * @property {(platforms: Platform[]) => Promise<void>} renewSelectors
 * @property {Protection} protection
 * @property {(watched: Watched) => Passing} passing
 * @property {(composer: HTMLElement, composers: Composers) => Watched} watched
 * @property {(platforms: Platform[]) => Composers} composersOf
 * @property {(composers: Composers) => Attempts} attemptsOn
 * @property {(options: GuardOptions) => Guard} guard
 * @property {Notice} notice
 * @property {(composers: Composers) => (attempt: Attempt, guard: Guard) => Promise<void>} publisher
 * @property {boolean} [running]      main.js has begun here
 * @property {(root: ShadowRoot) => void} listenIn
 * @property {boolean} [isLate]       this page was open before
 *
 * What the practice page adds.
 *
 * @typedef {object} PracticeMembers
 * @property {{held: () => string, want: (wanted: boolean) => void}} practiceToken
 * @property {Ask} practiceAsk
 * @property {(answer: Answer|null, language: Language) => Rules} practiceRules
 *
 * Not each of them is there in each place: that none is asked for where no script sets it, test_extension_structure.py sees to.
 *
 * @typedef {PageMembers & ContentMembers & PracticeMembers} Namespace
 */

// `var`, so that every classic script of the page sees it; of the global object too, for the background's modules, which import some of
// page/. Kept where the scripts are loaded twice.
/** @type {Namespace} */
var Jachai = /** @type {any} */ (globalThis).Jachai ??= {};
