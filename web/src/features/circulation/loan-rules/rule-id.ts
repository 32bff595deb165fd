const MOST = 24;

/** Returns a short number of a text, always the same for the same text (FNV-1a). */
const digestOf = (text: string): string => {
  let digest = 0x811c9dc5;
  for (const char of text) digest = Math.imul(digest ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return digest.toString(36).padStart(7, '0');
};

/**
 * Returns the id of a library's new rule for one case, also of certain residents: its conditions, and where these are too long a part of them with a digest, so that
 * two cases never have the same id, and the same case has the same id when it is sent again.
 */
export const ruleIdOf = (setBy: string, itemCategory = '', patronCategory = '', residence?: object): string => {
  const ofCase = [setBy, itemCategory, patronCategory].join('-');
  const whole = residence === undefined ? ofCase : `${ofCase}-${digestOf(JSON.stringify(residence))}`;
  return whole.length <= MOST ? whole : `${whole.slice(0, MOST - 8)}-${digestOf(whole)}`;
};
