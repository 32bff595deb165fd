const checkOf13 = (twelve: string): string => {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(twelve[i]) * (i % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
};

const checkOfMod11 = (digits: string): string => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits[i]) * (digits.length + 1 - i);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
};

/**
 * Normalises a typed number: removes direction marks and other invisible characters (from web shops), and converts spaces, hyphens and
 * digits of all scripts to plain ones.
 */
export const plainNumber = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/[\u2010-\u2015\u2212]/g, '-')
        .replace(/\s/g, ' ');

/** Returns the part of a field that can be a number: the text before a qualifier ("0679450041 (acid-free paper)", "… : $24.95"). */
const numberIn = (text: string): string => {
  const plain = plainNumber(text).replace(/^\s*(ISBN|ISSN)(-1[03])?\s*:?\s*/i, '');
  const match = /^\s*([0-9][0-9 -]*[0-9Xx]|[0-9]+)/.exec(plain);
  return (match?.[1] ?? '').replace(/[ -]/g, '').toUpperCase();
};

/**
 * Returns the ISBN-13 in 020 $a or $z (an ISBN-10 is converted; qualifiers, hyphens and prices are dropped), or undefined when length,
 * prefix or check digit are wrong (ISO 2108).
 */
export const isbn13Of = (text: string): string | undefined => {
  const number = numberIn(text);
  const thirteen = number.slice(0, 13);
  if (/^97[89]\d{10}$/.test(thirteen)) return checkOf13(thirteen) === thirteen[12] ? thirteen : undefined;
  const ten = number.slice(0, 10);
  // Digits after a valid ISBN-10 are a price or the next number without a separator, not part of it.
  if (!/^\d{9}[\dX]$/.test(ten) || number.length > 10 || checkOfMod11(ten.slice(0, 9)) !== ten[9]) return undefined;
  const twelve = `978${ten.slice(0, 9)}`;
  return twelve + checkOf13(twelve);
};

/** Returns the ISSN in 022 as NNNN-NNNC, or undefined when it is invalid (ISO 3297). */
export const issnOf = (text: string): string | undefined => {
  const number = numberIn(text);
  if (!/^\d{7}[\dX]$/.test(number) || checkOfMod11(number.slice(0, 7)) !== number[7]) return undefined;
  return `${number.slice(0, 4)}-${number.slice(4)}`;
};

/** Returns the OCLC number in 035 (or 001 with 003 OCoLC) without prefix and leading zeros, or undefined. */
export const oclcOf = (text: string): string | undefined => {
  const match =
    /^\s*\(OCoLC\)\s*(?:ocm|ocn|on)?\s*0*([1-9]\d{0,13})(?!\d)/i.exec(text) ??
    /^\s*(?:ocm|ocn|on)0*([1-9]\d{0,13})\s*$/i.exec(text);
  return match?.[1];
};

/**
 * Returns the LCCN in 010 $a, normalised by the rules of the Library of Congress: spaces removed, text after a slash removed, the number
 * after a hyphen padded to six digits. Undefined when the rest is no LCCN.
 */
export const lccnOf = (text: string): string | undefined => {
  const plain = text.replace(/\s+/g, '').replace(/\/.*$/, '').toLowerCase();
  const [head = '', tail, more] = plain.split('-');
  // An ISBN has more hyphens.
  if (more !== undefined) return undefined;
  const number = tail === undefined ? head : head + tail.padStart(6, '0');
  return /^[a-z]{0,3}\d{8,10}$/.test(number) ? number : undefined;
};
