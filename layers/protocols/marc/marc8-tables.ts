/**
 * The MARC-8 code tables (MARC 21 Specifications, Character sets, parts 2 and 3): ranges of 7-bit codes, written as
 * [first code, the characters from there on]. An 8-bit code in G1 is the same code plus 0x80.
 */
type Table = readonly (readonly [number, string])[];

/** ANSEL, extended Latin (final byte E): letters, signs, then the combining marks from 0x60. */
const ansel: Table = [
  [0x21, 'ŁØĐÞÆŒʹ·♭®±ƠƯʼ'],
  [0x30, 'ʻłøđþæœʺı£ð'],
  [0x3c, 'ơư'],
  [0x40, '°ℓ℗©♯¿¡ß€'],
  [0x60, '\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\u0361'],
  [0x6d, '\u0315\u030b\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\u0360'],
  [0x7e, '\u0313'],
];

/** Basic Hebrew (2): ASCII punctuation, points from 0x40, letters from 0x60. */
const hebrew: Table = [
  [0x21, '!\u05f4#$%&\u05f3()*+,\u05be./0123456789:;<=>?'],
  [0x40, '\u05b7\u05b8\u05b6\u05b5\u05b4\u05b9\u05bb\u05b0\u05b2\u05b3\u05b1\u05bc\u05bf\u05c1\ufb1e'],
  [0x5b, '['],
  [0x5d, ']'],
  [0x60, 'אבגדהוזחטיךכלםמןנסעףפץצקרשת\u05f0\u05f1\u05f2'],
];

/** Basic Cyrillic (N), in the order of KOI. */
const cyrillic: Table = [
  [0x21, '!"#$%&\'()*+,-./0123456789:;<=>?'],
  [0x40, 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧ'],
];

/** Extended Cyrillic (Q). */
const extendedCyrillic: Table = [
  [0x40, 'ґђѓєёѕіїјљњћќўџ'],
  [0x50, 'ѣѳѵѫ'],
  [0x5b, '['],
  [0x5d, ']'],
  [0x5f, '_'],
  [0x60, 'ҐЂЃЄЁЅІЇЈЉЊЋЌЎЏЪѢѲѴѪ'],
];

/** Basic Arabic (3). */
const arabic: Table = [
  [0x21, '!"#$\u066a&\'()\u066d+\u060c-./\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669:\u061b<=>\u061f'],
  [
    0x41,
    '\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a[',
  ],
  [0x5d, ']'],
  [
    0x60,
    '\u0640\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064a\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0671\u0670',
  ],
  [0x78, '\u066c\u201d\u201c'],
];

/** Extended Arabic (4). */
const extendedArabic: Table = [
  [
    0x21,
    '\u06fd\u0672\u0673\u0679\u067a\u067b\u067c\u067d\u067e\u067f\u0680\u0681\u0682\u0683\u0684\u0685\u0686\u06bf\u0687\u0688\u0689\u068a\u068b\u068c\u068d\u068e\u068f\u0690\u0691\u0692\u0693',
  ],
  [
    0x40,
    '\u0694\u0695\u0696\u0697\u0698\u0699\u069a\u069b\u069c\u06fa\u069d\u069e\u06fb\u069f\u06a0\u06fc\u06a1\u06a2\u06a3\u06a4\u06a5\u06a6\u06a7\u06a8\u06a9\u06aa\u06ab\u06ac\u06ad\u06ae\u06af\u06b0',
  ],
  [
    0x60,
    '\u06b1\u06b2\u06b3\u06b4\u06b5\u06b6\u06b7\u06b8\u06ba\u06bb\u06bc\u06bd\u06b9\u06be\u06c0\u06c4\u06c5\u06c6\u06ca\u06cb\u06cd\u06ce\u06d0\u06d2\u06d3',
  ],
  [0x7d, '\u0306\u030c'],
];

/** Basic Greek (S). */
const greek: Table = [
  [0x21, '\u0300\u0301\u0308\u0342\u0313\u0314\u0345'],
  [0x30, '«»\u201c\u201d\u0374\u0375'],
  [0x3b, '\u0387'],
  [0x3f, '\u037e'],
  [0x41, 'ΑΒ'],
  [0x44, 'ΓΔΕϚϜΖΗΘΙΚΛΜΝΞΟΠϞΡΣ'],
  [0x58, 'ΤΥΦΧΨΩϠ'],
  [0x61, 'αβϐγδεϛϝζηθικλμνξοπϟρσςτυφχψωϡ'],
];

/** The three Greek letters of the older practice (ESC g). */
const greekSymbols: Table = [[0x61, 'αβγ']];

const signs = (open: string, close: string, plus: string, minus: string, digits: string): Table => [
  [0x28, open + close],
  [0x2b, plus],
  [0x2d, minus],
  [0x30, digits],
];

const ascii: Table = [[0x21, Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('')]];

const expanded = (table: Table): readonly (string | undefined)[] => {
  const codes: (string | undefined)[] = new Array(128).fill(undefined);
  for (const [first, characters] of table) {
    [...characters].forEach((character, i) => {
      codes[first + i] = character;
    });
  }
  return codes;
};

/** The single-byte sets, by the final byte of their escape sequence (g, b, p: the one-letter escapes). */
export const marc8Sets: Readonly<Record<string, readonly (string | undefined)[]>> = {
  B: expanded(ascii),
  E: expanded(ansel),
  '2': expanded(hebrew),
  N: expanded(cyrillic),
  Q: expanded(extendedCyrillic),
  '3': expanded(arabic),
  '4': expanded(extendedArabic),
  S: expanded(greek),
  g: expanded(greekSymbols),
  b: expanded(signs('₍', '₎', '₊', '₋', '₀₁₂₃₄₅₆₇₈₉')),
  p: expanded(signs('⁽', '⁾', '⁺', '⁻', '⁰¹²³⁴⁵⁶⁷⁸⁹')),
};

/** The control codes that MARC-8 uses: begin and end of non-sorting characters, joiner and non-joiner. */
export const marc8Controls: Readonly<Record<number, string>> = {
  136: '\u0098',
  137: '\u009c',
  141: '\u200d',
  142: '\u200c',
};

/** ANSEL right halves of a double mark, each by the whole mark (U+0361, U+0360), to which the left half already maps. */
export const marc8RightHalves: ReadonlyMap<string, number> = new Map([
  ['\u0361', 0x6c],
  ['\u0360', 0x7b],
]);

/** The three-byte set (East Asian, EACC), by its final byte; its table is in eacc.ts. */
export const EAST_ASIAN = '1';

/** A Unicode mark that MARC-8 writes after its letter, as a letter of its own: the superscript alef. */
export const TRAILING_MARK = '\u0670';
