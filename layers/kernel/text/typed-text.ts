import * as z from 'zod';

// Marks that reverse or embed text, and other invisible controls. The joiners of Persian and Indic scripts (200C, 200D) are part of words.
const HIDDEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Returns a typed text on one line: without line breaks, control characters and direction marks, with single spaces, in NFC. */
export const inOneLine = (typed: string): string =>
  typed
    .replaceAll(HIDDEN, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');

/** Returns a typed text in lines: as `inOneLine`, but with its line breaks, at most one blank line together. */
export const inLines = (typed: string): string =>
  typed
    .replaceAll(HIDDEN, '')
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replaceAll(/[^\P{Cc}\n]+/gu, ' ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');

/**
 * A typed text of one line: a name, a title, a reference. What no name needs is taken out before the length counts, because people paste
 * line breaks with names, and a direction mark could make a name read as another one.
 */
export const oneLine = (most: number, least = 1): z.ZodString => z.string().overwrite(inOneLine).min(least).max(most);

/** A typed text of several lines: a note, a reason, a postal address. */
export const someLines = (most: number, least = 1): z.ZodString => z.string().overwrite(inLines).min(least).max(most);
