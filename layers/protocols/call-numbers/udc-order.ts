/**
 * The signs of the Universal Decimal Classification in their published filing order (UDC Consortium): a number extended by + or / before
 * the number itself, then what each sign adds, then the next digit. `end` is the end of a number; "A" is a word after it; `.00` and `.0`
 * open special auxiliaries.
 */
const SIGNS = ['+', '/', 'end', ':', '::', '[', '=', '(', '(=', '"', '*', 'A', '.00', '-', '.0', "'"] as const;
type Sign = (typeof SIGNS)[number];

/** Returns the code of a sign in a key: its first character is below every digit, so that all signs file before the next digit. */
const code = (sign: Sign): string => `!${String.fromCharCode(97 + SIGNS.indexOf(sign))}`;

const plain = (callNumber: string): string =>
  callNumber
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033]|''/g, '"')
    .replace(/[\u2010-\u2014\u2212]/g, '-')
    .split(':')
    .map((part) => part.trim())
    .join(':');

/** A piece of a number: its text and its part of the key; `open` and `close` are brackets. */
type Piece = { text: string; key: string; open?: string; close?: string };

// Digits are separated by a point after every third: longer runs are years, or no UDC. A group that begins with 0 is special.
const grouped = (text: string): string =>
  text.replace(/\.00/g, code('.00')).replace(/\.0/g, code('.0')).replaceAll('.', '');

const readers: readonly [RegExp, (text: string) => Piece][] = [
  [/\.?\d{1,3}(?:\.\d{1,3})*(?!\d)/y, (text) => ({ text, key: grouped(text) })],
  [/::?(?=[\d("=[])/y, (text) => ({ text, key: code(text === '::' ? '::' : ':') })],
  [/[+/](?=[\d("=.-])/y, (text) => ({ text, key: code(text === '+' ? '+' : '/') })],
  [/\(=(?=[\d.])/y, (text) => ({ text, key: code('(='), open: ')' })],
  [/\((?=\d)/y, (text) => ({ text, key: code('('), open: ')' })],
  [/\[(?=\d)/y, (text) => ({ text, key: code('['), open: ']' })],
  [/[)\]]/y, (text) => ({ text, key: code('end'), close: text })],
  // A time: centuries, years, days, or words for them.
  [/"[^"]{1,40}"/y, (text) => ({ text, key: `${code('"')}${timed(text.slice(1, -1))}${code('end')}` })],
  [/=(?=[\d.'])/y, (text) => ({ text, key: code('=') })],
  [/-(?=\d{1,3}(?!\d))/y, (text) => ({ text, key: code('-') })],
  [/'(?=\d)/y, (text) => ({ text, key: code("'") })],
  [/\*[\p{L}\d]+/uy, (text) => ({ text, key: `${code('*')}${text.slice(1)}` })],
  [/\p{L}[\p{L}\p{M}]*/uy, (text) => ({ text, key: `${code('A')}${text}` })],
];

const timed = (text: string): string => text.replaceAll('/', code('/')).replaceAll('.', '').replace(/\s+/g, '');

const pieceAt = (text: string, at: number): Piece | undefined => {
  for (const [pattern, read] of readers) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return read(found);
  }
  return undefined;
};

/** Parses the class at the beginning of a call number. `whole`: every bracket is closed and a space or nothing follows. */
const readClass = (text: string): { key: string; length: number; whole: boolean } => {
  const open: string[] = [];
  let [key, at] = ['', 0];
  for (let piece = pieceAt(text, at); piece !== undefined; piece = pieceAt(text, at)) {
    if (piece.close !== undefined && open.pop() !== piece.close) return { key, length: at, whole: false };
    if (piece.open !== undefined) open.push(piece.open);
    key += piece.key;
    at += piece.text.length;
  }
  return { key, length: at, whole: at > 0 && open.length === 0 && /^(\s|$)/.test(text.slice(at)) };
};

// Patterns that distinguish UDC from Dewey and from a library's own numbers when the scheme is not stated: a sign that only UDC has, points
// after every three digits, a class of one or two digits that continues after a point. A bare hyphen or stroke also occurs in accession
// numbers ("12/345"): there the number before it must be one of a class. A stroke or apostrophe right before Dewey's only point marks where
// a small library may truncate ("813/.54").
const MARKS: readonly RegExp[] = [
  /^[^\s\d]*\d[^\s:+="(*[]*[:+="(*[]/,
  /^[(="]/,
  /^\d{1,3}\.\d{3}\.\d/,
  /^\d{1,2}\.\d/,
  /^(\d{3}|8\d|\d{1,3}\.[\d.]+)-\d{1,3}(?!\d)/,
  /^\d{3}\/\d{3}(?!\d)|^\d{1,3}\.[\d.]*\d\/\.\d/,
];

/** A UDC number's key and the text after the class ("AUS", "v. 2"). */
export type UdcNumber = { key: string; rest: string };

/**
 * Parses a call number as UDC, by its signs; undefined when they show another scheme. Keys, compared character by character, follow the
 * order of the UDC's tables.
 */
export const udcNumber = (callNumber: string): UdcNumber | undefined => {
  const text = plain(callNumber);
  if (!/^[\d(="]/.test(text) || !MARKS.some((mark) => mark.test(text))) return undefined;
  const { key, length, whole } = readClass(text);
  return whole ? { key: `${key}${code('end')}`, rest: text.slice(length).trim() } : undefined;
};

/** Returns the key of typed text for a position among UDC numbers: a whole number, or the beginning of one. */
export const typedUdc = (typed: string): string => {
  const text = plain(typed);
  const { key, whole } = readClass(text);
  return whole ? `${key}${code('end')}` : key;
};
