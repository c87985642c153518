// @ts-check
// The clock of this computer may be wrong, and set right later.

/**
 * @param {number} at    milliseconds since 1970
 * @param {number} span  milliseconds
 * @returns {boolean} whether it was within that span; what lies ahead was noted by a clock that was wrong, and is old
 */
export function isWithin(at, span) {
  const age = Date.now() - at;
  return age >= 0 && age <= span;
}
