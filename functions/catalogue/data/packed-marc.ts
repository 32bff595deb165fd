import { ENTRY_LENGTH, FIELD_TERMINATOR, LEADER_LENGTH } from '../../../layers/protocols/marc/iso2709-bytes.ts';
import { marcDictionary } from './marc-dictionary.ts';
import { deflated, inflated } from './source-record.ts';

/**
 * The first byte of a packed record that was deflated with the dictionary, and of one that lacks its directory too. No deflated bytes begin
 * with these: their first three bits name a kind of block that does not exist. So rows from before are read as well.
 */
const WITH_DICTIONARY = 0x07;
const WITHOUT_DIRECTORY = 0x0f;

const TAG_LENGTH = 3;

/** Writes a number in digits; of a longer number the last ones, as read again. */
const writeDecimal = (bytes: Buffer, at: number, digits: number, number: number): void => {
  let left = number;
  for (let i = at + digits - 1; i >= at; i--) {
    bytes[i] = 0x30 + (left % 10);
    left = Math.floor(left / 10);
  }
};

/** Returns the directory of some fields in the order of their tags, as a system writes it that leaves no gaps. */
const directoryOf = (tags: Uint8Array, fields: Uint8Array): Buffer | undefined => {
  const directory = Buffer.alloc((tags.length / TAG_LENGTH) * ENTRY_LENGTH);
  let start = 0;
  for (let [at, to] = [0, 0]; at < tags.length; at += TAG_LENGTH, to += ENTRY_LENGTH) {
    const end = fields.indexOf(FIELD_TERMINATOR, start) + 1;
    if (end === 0) return undefined;
    for (let i = 0; i < TAG_LENGTH; i++) directory[to + i] = tags[at + i] ?? 0;
    writeDecimal(directory, to + TAG_LENGTH, 4, end - start);
    writeDecimal(directory, to + TAG_LENGTH + 4, 5, start);
    start = end;
  }
  return directory;
};

/** Returns a record of ISO 2709 without the lengths and positions in its directory; undefined where these do not follow from its fields. */
const withoutDirectory = (bytes: Uint8Array): Buffer | undefined => {
  const end = bytes.indexOf(FIELD_TERMINATOR);
  if (end < LEADER_LENGTH || (end - LEADER_LENGTH) % ENTRY_LENGTH !== 0) return undefined;
  const directory = bytes.subarray(LEADER_LENGTH, end);
  const tags = Buffer.alloc((directory.length / ENTRY_LENGTH) * TAG_LENGTH);
  for (let i = 0; i * ENTRY_LENGTH < directory.length; i++)
    tags.set(directory.subarray(i * ENTRY_LENGTH, i * ENTRY_LENGTH + TAG_LENGTH), i * TAG_LENGTH);
  if (directoryOf(tags, bytes.subarray(end + 1))?.equals(directory) !== true) return undefined;
  return Buffer.concat([bytes.subarray(0, LEADER_LENGTH), tags, bytes.subarray(end)]);
};

/** Returns the record that `withoutDirectory` shortened. */
const withDirectory = (bytes: Uint8Array): Uint8Array => {
  const end = bytes.indexOf(FIELD_TERMINATOR, LEADER_LENGTH);
  const directory = directoryOf(bytes.subarray(LEADER_LENGTH, end), bytes.subarray(end + 1));
  if (directory === undefined) throw new Error('A packed record lacks a field.');
  return Buffer.concat([bytes.subarray(0, LEADER_LENGTH), directory, bytes.subarray(end)]);
};

/** Returns a record's bytes packed for the table: without what follows from the rest, and deflated with texts that most records contain. */
export const packedMarc = (bytes: Uint8Array): Uint8Array => {
  const short = withoutDirectory(bytes);
  return Buffer.concat([
    Uint8Array.of(short === undefined ? WITH_DICTIONARY : WITHOUT_DIRECTORY),
    deflated(short ?? bytes, marcDictionary),
  ]);
};

/** Returns the original bytes of a packed record, also of one that was only deflated. */
export const unpackedMarc = (packed: Uint8Array): Uint8Array => {
  const [first] = packed;
  if (first !== WITH_DICTIONARY && first !== WITHOUT_DIRECTORY) return inflated(packed);
  const bytes = inflated(packed.subarray(1), marcDictionary);
  return first === WITHOUT_DIRECTORY ? withDirectory(bytes) : bytes;
};
