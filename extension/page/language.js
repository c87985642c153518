// @ts-check
// What is told in the writer's language, by page and background alike: numbers, days, times, and what an office wrote in two languages.
(() => {
  // Bangla says the part of the day before the hour; Intl's own order reads like a translation.
  const PARTS = /** @type {const} */ ([[4, 'রাত'], [6, 'ভোর'], [12, 'সকাল'], [15, 'দুপুর'], [18, 'বিকাল'], [20, 'সন্ধ্যা'], [24, 'রাত']]);

  /**
   * @param {Partial<Bilingual>|null|undefined} text
   * @param {Language} language
   * @returns {string} in Bangla where there is no English, which nobody has to write
   */
  const saidIn = (text, language) => text?.[language] || text?.bn || '';

  /** The voice for a text that is not the interface's own: no English voice has Bangla letters. @param {string} text @returns {Language} */
  const langOf = (text) => (/[\u0980-\u09ff]/.test(text) ? 'bn' : 'en');

  /**
   * @param {number|string} number
   * @param {Language} language
   * @returns {string} in the digits of the language
   */
  function digits(number, language) {
    return language === 'bn' ? String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(0x09e6 + Number(digit))) : String(number);
  }

  /**
   * @param {number} at  milliseconds since 1970
   * @param {Language} language
   * @returns {string} "২৫ নভেম্বর ২০২৬"
   */
  function dayOf(at, language) {
    const parts = new Intl.DateTimeFormat(`${language}-BD`, { dateStyle: 'long' }).formatToParts(at);
    const [day, month, year] = ['day', 'month', 'year'].map((type) => parts.find((part) => part.type === type)?.value ?? '');
    return `${day} ${month} ${year}`;
  }

  /**
   * @param {number} at  milliseconds since 1970
   * @param {Language} language
   * @returns {string} "২৫ নভেম্বর ২০২৬, বিকাল ৪:০৫"
   */
  function timeOf(at, language) {
    const date = new Date(at);
    const minutes = String(date.getMinutes()).padStart(2, '0');
    if (language !== 'bn') return `${dayOf(at, language)}, ${date.getHours()}:${minutes}`;
    const part = PARTS.find(([end]) => date.getHours() < end)?.[1] ?? '';
    return `${dayOf(at, language)}, ${part} ${digits(`${date.getHours() % 12 || 12}:${minutes}`, language)}`;
  }

  Jachai.saidIn = saidIn;
  Jachai.langOf = langOf;
  Jachai.digits = digits;
  Jachai.dayOf = dayOf;
  Jachai.timeOf = timeOf;
})();
