// @ts-check
// The clock of this computer may be wrong, and set right later. And how long something is waited for.

/**
 * @param {number} at    milliseconds since 1970
 * @param {number} span  milliseconds
 * @returns {boolean} whether it was within that span; what lies ahead was noted by a clock that was wrong, and is old
 */
export function isWithin(at, span) {
  const age = Date.now() - at;
  return age >= 0 && age <= span;
}

/**
 * @param {number} span  milliseconds
 * @param {Promise<unknown>} work
 * @returns {Promise<unknown>} ends with the work, or when the span is over; the work goes on
 */
export function atMost(span, work) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const isOver = new Promise((resolve) => { timer = setTimeout(resolve, span); });
  return Promise.race([work, isOver]).finally(() => clearTimeout(timer));
}
