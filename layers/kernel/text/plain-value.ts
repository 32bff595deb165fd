// C0 and C1 controls, line and paragraph separators, and the marks that change the text direction.
const unsafe = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** The maximum length of a value in a text. */
const LONGEST = 300;

/**
 * Returns a value that is safe in a notice: on one line, without characters that could begin an e-mail header, a new line or a change of
 * direction (CR and LF injection: OWASP ASVS 5.0, 1.3.11). Titles and names come from records and forms that others fill in.
 */
export const plainValue = (value: string): string => {
  const flat = value.replaceAll(unsafe, ' ').replaceAll(/ {2,}/g, ' ').trim();
  return flat.length > LONGEST ? `${[...flat].slice(0, LONGEST - 1).join('')}…` : flat;
};

/** Returns the subject of an e-mail: always one line, at most 150 characters. */
export const plainSubject = (subject: string): string => [...plainValue(subject)].slice(0, 150).join('');
