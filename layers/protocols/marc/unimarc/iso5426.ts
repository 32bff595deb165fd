// ISO 5426 as UNIMARC writes it: a mark precedes its letter.
const MARKS: Readonly<Record<number, string>> = {
  192: '\u0309',
  193: '\u0300',
  194: '\u0301',
  195: '\u0302',
  196: '\u0303',
  197: '\u0304',
  198: '\u0306',
  199: '\u0307',
  200: '\u0308',
  201: '\u0308',
  202: '\u030a',
  203: '\u0315',
  204: '\u0312',
  205: '\u030b',
  206: '\u031b',
  207: '\u030c',
  208: '\u0327',
  209: '\u031c',
  210: '\u0326',
  211: '\u0328',
  212: '\u0325',
  213: '\u032e',
  214: '\u0323',
  215: '\u0324',
  216: '\u0332',
  217: '\u0333',
  218: '\u0329',
  219: '\u032d',
  221: '\ufe20',
  222: '\ufe21',
  223: '\ufe23',
};

const SIGNS: Readonly<Record<number, string>> = {
  161: '¡',
  162: '„',
  163: '£',
  164: '$',
  165: '¥',
  166: '†',
  167: '§',
  168: '′',
  169: '‘',
  170: '“',
  171: '«',
  172: '♭',
  173: '©',
  174: '℗',
  175: '®',
  176: 'ʿ',
  177: 'ʾ',
  178: '‚',
  182: '‡',
  183: '·',
  184: '″',
  185: '’',
  186: '”',
  187: '»',
  188: '♯',
  189: 'ʹ',
  190: 'ʺ',
  191: '¿',
};

const LETTERS: Readonly<Record<number, string>> = {
  225: 'Æ',
  226: 'Đ',
  230: 'Ĳ',
  232: 'Ł',
  233: 'Ø',
  234: 'Œ',
  236: 'Þ',
  241: 'æ',
  242: 'đ',
  243: 'ð',
  245: 'ı',
  246: 'ĳ',
  248: 'ł',
  249: 'ø',
  250: 'œ',
  251: 'ß',
  252: 'þ',
};

const FIRST_NON_FILING = 0x88;
const LAST_NON_FILING = 0x89;

/** Text decoded from ISO 5426, and the number of bytes without a meaning there. */
export type Decoded = { text: string; unmapped: number };

/** Decodes bytes of ISO 646 and ISO 5426. A byte without a meaning becomes U+FFFD. Text is composed (NFC). */
export const decodeIso5426 = (bytes: Uint8Array): Decoded => {
  let text = '';
  let marks = '';
  let unmapped = 0;
  for (const byte of bytes) {
    const mark = MARKS[byte];
    if (mark !== undefined) {
      marks += mark;
      continue;
    }
    const plain = byte < 0x80 || (byte >= FIRST_NON_FILING && byte <= LAST_NON_FILING);
    const character = plain ? String.fromCharCode(byte) : (LETTERS[byte] ?? SIGNS[byte]);
    if (character === undefined) unmapped++;
    text += (character ?? '\ufffd') + marks;
    marks = '';
  }
  return { text: (text + marks).normalize('NFC'), unmapped };
};

/**
 * Returns whether bytes are more likely ISO 5426 than Latin-1: there a mark (0xC1 to 0xDF) precedes a letter of ASCII; in Latin-1 most
 * letters above ASCII are the lower-case ones at 0xE0 to 0xFF, which ISO 5426 hardly uses.
 */
export const isIso5426 = (bytes: Uint8Array): boolean => {
  let votes = 0;
  bytes.forEach((byte, at) => {
    const next = bytes[at + 1] ?? 0;
    const isLetter = (next >= 0x41 && next <= 0x5a) || (next >= 0x61 && next <= 0x7a);
    if (byte >= 0xc0 && byte < 0xe0) votes += isLetter || MARKS[next] !== undefined ? 1 : -1;
    else if (byte >= 0xe0) votes -= LETTERS[byte] === undefined ? 2 : 0;
  });
  return votes > 0;
};
