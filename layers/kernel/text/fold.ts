import { foldHan } from './han-variants.ts';

// Diacritics of alphabets in which readers omit them. Those of Indic scripts and of kana are part of the sound and remain.
const MARKS = /(?![\u0900-\u1aaf\u1b00-\u1cff\u3099\u309a\ua800-\uabff\u{10a00}-\u{1ffff}])\p{Mn}|\u0640/gu;
// Signs that romanisation writes for sounds without a Latin letter (soft sign, ayn, alif), and zero-width characters.
const UNSPOKEN = /[\u02b9-\u02bf\u00ad\u200b-\u200f\u2060\ufeff]/g;
// Includes characters that Unicode would decompose into a space and a mark: the spacing acute, Greek signs of elision.
const APOSTROPHES = /[\u2018\u2019\u201b\u055a\ua78c\uff07`\u00b4\u1fbd\u1fbf]/g;
// Unicode would decompose them into letters.
const TRADE_MARKS = /[\u2120\u2122]/g;
// Quotation marks and apostrophes within a Hebrew word mark an abbreviation, a number or a sound and do not end the word.
const IN_HEBREW = /(?<=[\u05d0-\u05ea])["'\u05f3\u05f4\u201c-\u201e](?=[\u05d0-\u05ea])/g;

// Letters that Unicode does not decompose, and variants of one letter in neighbouring alphabets.
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  // Yiddish is typed with two letters where Unicode has one.
  װ: 'וו',
  ױ: 'וי',
  ײ: 'יי',
  // Music signs as users type them.
  '♯': '#',
  '♭': ' flat',
};

/** Converts katakana to hiragana: a title may be catalogued in one and typed in the other. */
const foldKana = (text: string): string =>
  text.replace(/[\u30a1-\u30f6]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60));

/** Rewrites texts that a tokenizer splits wrongly: C++, C#, .NET, "&", a colon without spaces, a separated elision. */
const foldSigns = (text: string): string => {
  // Most texts contain none of these: one test is cheaper than six replacements.
  if (!/[+#&:]|\.net|'\s/.test(text)) return text;
  return (
    text
      .replace(/(?<![\p{L}\p{N}])c\+\+(?!\p{L})/gu, 'cplusplus ')
      // Musical keys may be spelled out; a programming language is not.
      .replace(
        /(?<![\p{L}\p{N}])([a-g])#(?=[ -]?(?:major|minor|dur|moll|majeur|mineur|mayor|menor)(?!\p{L}))/gu,
        '$1 sharp',
      )
      .replace(/(?<![\p{L}\p{N}])([a-j])#(?![\p{L}\p{N}])/gu, '$1sharp')
      .replace(/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/gu, 'dotnet')
      .replace(/&/g, ' and ')
      // "title:subtitle" is two words, "l' opéra" one.
      .replaceAll(':', ' ')
      .replace(/(?<!\p{L})([ld]|dell|all)'\s+(?=\p{L})/gu, "$1'")
  );
};

/**
 * Folds text for the index and, by the same rule, for a query: case, diacritics, width, ligatures, apostrophes, Han and kana forms. Word
 * order, punctuation and words are preserved; the engine tokenises. Done here and not by the engine's ICU plugin, so that the local and
 * the managed engine give the same results. The function is idempotent.
 */
export const foldText = (text: string): string => {
  if (ASCII.test(text)) return foldSigns(text.toLowerCase().replace(/`/g, "'"));
  const plain = text
    .replace(APOSTROPHES, "'")
    .replace(TRADE_MARKS, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNSPOKEN, '')
    .replace(APOSTROPHES, "'")
    .replace(/[øłæœßþđðıħŋςىیکةװױײ♯♭]/g, (one) => LETTERS[one] ?? one)
    .replace(IN_HEBREW, '')
    .normalize('NFC');
  return foldSigns(foldKana(foldHan(plain)));
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
const ASCII = /^[\x00-\x7f]*$/;
const APART = /[^\p{L}\p{N}\p{M}]+/gu;

/** Returns folded text as words with only `between` between them, without punctuation. */
export const wordsApart = (folded: string, between = ' '): string =>
  // Most texts are ASCII: the general expression takes several times as long.
  (ASCII.test(folded) ? folded.replace(/[^a-z0-9]+/g, between) : folded.replace(APART, between)).trim();

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

/** Returns whether text contains Chinese, Japanese or Korean characters, which are written without spaces between words. */
export const hasCjk = (text: string): boolean => CJK.test(text);
