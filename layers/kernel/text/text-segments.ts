/** The characters of GSM-7 (3GPP TS 23.038, default alphabet) that take one septet. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** The characters of its extension table, which take two. */
const extension = new Set('\f^{}\\[~]|€');

/** The size of a text message: its alphabet, its length in the units of the alphabet, and the segments that are billed. */
export type TextSize = { alphabet: 'gsm-7' | 'ucs-2'; length: number; segments: number };

/** Counts segments; a character is never cut in two, so that a segment may end before it is full. */
const segmentsOf = (widths: readonly number[], alone: number, each: number): number => {
  const length = widths.reduce((sum, width) => sum + width, 0);
  if (length <= alone) return 1;
  let [segments, used] = [1, 0];
  for (const width of widths) {
    if (used + width > each) [segments, used] = [segments + 1, 0];
    used += width;
  }
  return segments;
};

/**
 * Returns the size of a text message. One character outside GSM-7 makes the whole message UCS-2: 70 code units instead of 160 septets,
 * and 67 instead of 153 where there are several segments.
 */
export const textSizeOf = (text: string): TextSize => {
  const characters = [...text];
  const isGsm = characters.every((one) => basic.has(one) || extension.has(one));
  const widths = characters.map((one) => (isGsm ? (extension.has(one) ? 2 : 1) : one.length));
  const length = widths.reduce((sum, width) => sum + width, 0);
  return isGsm
    ? { alphabet: 'gsm-7', length, segments: segmentsOf(widths, 160, 153) }
    : { alphabet: 'ucs-2', length, segments: segmentsOf(widths, 70, 67) };
};

/** What typographic characters become in a text message, so that one of them does not double its price. */
const plainer: Readonly<Record<string, string>> = {
  ...{ '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '–': '-', '—': '-', '…': '...' },
  ...{ '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ', '•': '-', '−': '-' },
};

/** Returns a text with typographic characters that GSM-7 lacks replaced by plain ones; letters of any script stay. */
export const plainText = (text: string): string =>
  [...text.normalize('NFC')].map((one) => plainer[one] ?? one).join('');
