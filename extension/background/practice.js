// @ts-check
// The practice page of the office's own server. On a site that IT names our scripts run there too, where nothing is published: that page is left alone.

/** @typedef {import('./settings.js').Settings} Settings */

/**
 * @param {string|undefined} url  of a frame
 * @param {Pick<Settings, 'serverUrl'>} settings
 * @returns {boolean} on http and https alike: a server may answer on both
 */
export function isPractice(url, { serverUrl }) {
  const own = new URL(`${serverUrl}/practice/`);
  const page = url && URL.canParse(url) ? new URL(url) : null;
  return page !== null && page.hostname === own.hostname && page.pathname.startsWith(own.pathname) && (page.protocol !== own.protocol || page.port === own.port);
}
