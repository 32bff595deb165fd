// C0 and C1 controls, line and paragraph separators, and the marks that turn the direction of what follows.
const unsafe = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** The most of a value that is put into a text. */
const LONGEST = 300;

/**
 * A value as it may be put into a notice: on one line, without anything that could begin a header of an e-mail, a line of
 * its own or a change of direction (CR and LF injection: OWASP ASVS 5.0, 1.3.11). Titles and names come from records and
 * forms that others fill in.
 */
export const plainValue = (value: string): string => {
  const flat = value.replaceAll(unsafe, ' ').replaceAll(/ {2,}/g, ' ').trim();
  return flat.length > LONGEST ? `${[...flat].slice(0, LONGEST - 1).join('')}…` : flat;
};

/** The subject of an e-mail: one line whatever it was made of, at most 150 characters. */
export const plainSubject = (subject: string): string => [...plainValue(subject)].slice(0, 150).join('');
