// @ts-check
// Hashes, in hex: what is only compared is not kept as it is.

/**
 * @param {unknown[]} parts  plain values
 * @returns {Promise<string>} SHA-256
 */
export async function hashOf(parts) {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts))));
}

/** @param {ArrayBuffer} bytes */
export function hex(bytes) {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
