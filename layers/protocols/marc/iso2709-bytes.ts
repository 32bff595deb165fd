/** Ends a record (ISO 2709 IS3). */
export const RECORD_TERMINATOR = 0x1d;
/** Ends the directory and each field (ISO 2709 IS2). */
export const FIELD_TERMINATOR = 0x1e;
/** Begins each subfield (ISO 2709 IS1). */
export const SUBFIELD_DELIMITER = 0x1f;
/** Characters in a leader. */
export const LEADER_LENGTH = 24;
/** Characters of a directory entry: tag 3, length 4, start 5 (MARC 21 leader/20-21). */
export const ENTRY_LENGTH = 12;
/** The largest record or base address that fits in five digits. */
export const MAX_RECORD_LENGTH = 99_999;
/** The largest field, including its terminator, that fits in the four digits of a directory entry. */
export const MAX_FIELD_LENGTH = 9_999;

/** Returns true for a tag of MARC 21 or of local practice: three letters or digits. */
export const isTag = (tag: string): boolean => /^[0-9A-Za-z]{3}$/.test(tag);

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const areDigits = (bytes: Uint8Array, from: number, count: number): boolean => {
  for (let i = from; i < from + count; i++) if (!isDigit(bytes[i])) return false;
  return true;
};

/** Returns the number at a position with a count of digits, or undefined when one of them is no digit. */
export const decimalAt = (bytes: Uint8Array, from: number, count: number): number | undefined => {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const byte = bytes[i];
    if (byte === undefined || byte < 0x30 || byte > 0x39) return undefined;
    value = value * 10 + (byte - 0x30);
  }
  return value;
};

/**
 * Returns true for bytes that real files contain between records: NUL, tab, line breaks, space, and the three bytes of a byte order
 * mark.
 */
export const isFiller = (byte: number | undefined): boolean =>
  byte === 0 ||
  byte === 0x09 ||
  byte === 0x0a ||
  byte === 0x0d ||
  byte === 0x20 ||
  byte === 0x1a ||
  byte === 0xef ||
  byte === 0xbb ||
  byte === 0xbf;

/**
 * Returns true when a leader certainly begins at `at`: five digits of length, a letter or blank for status, a letter for type, five
 * digits of base address, and one of the constants `22` and `45` (MARC 21 leader/10-11, 20-21). A directory, all digits, never matches.
 */
export const isLeaderAt = (bytes: Uint8Array, at: number): boolean => {
  const status = bytes[at + 5];
  const type = bytes[at + 6];
  if (status === undefined || type === undefined) return false;
  if (!areDigits(bytes, at, 5) || isDigit(status) || status < 0x20 || status > 0x7a) return false;
  if (type < 0x61 || type > 0x7a) return false;
  if (!areDigits(bytes, at + 12, 5)) return false;
  const has22 = bytes[at + 10] === 0x32 && bytes[at + 11] === 0x32;
  const has45 = bytes[at + 20] === 0x34 && bytes[at + 21] === 0x35;
  return has22 || has45;
};

/** Returns the first position in a range where a leader certainly begins, or -1. */
export const findLeader = (bytes: Uint8Array, from: number, to: number): number => {
  for (let i = from; i + LEADER_LENGTH <= to; i++) if (isLeaderAt(bytes, i)) return i;
  return -1;
};
