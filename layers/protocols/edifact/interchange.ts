import {
  EdifactError,
  MAX_FILE_BYTES,
  part,
  type Refusal,
  readSegments,
  refuseEdifact,
  type Segment,
  type Separators,
} from './segments.ts';

/** A segment with its place in the file, counted from 1. */
export type Placed = Segment & { place: number };

/** A message of an interchange: what UNH states, and the segments between UNH and UNT. */
export type RawMessage = {
  reference: string;
  type: string;
  version: string;
  place: number;
  segments: readonly Placed[];
};

/** A party: its code, and whose list that code is of (14: GLN, 31B: SAN, 91 and 92: of the vendor or the library). */
export type Party = { id: string; qualifier: string };

/** An interchange: who sent it to whom under which control reference, its messages, and those that were refused. */
export type Interchange = {
  sender: Party;
  recipient: Party;
  reference: string;
  separators: Separators;
  messages: readonly RawMessage[];
  refused: readonly { reference: string; type: string; refusal: Refusal }[];
};

/** Character sets by syntax identifier (ISO 9735): UNOA and UNOB are ASCII, but files in the field use Latin-1 under them. */
const utf8 = new Set(['UNOY', 'UNOW', 'UNOX']);

/** Returns the text of a file in the character set that its UNB states: UTF-8, or Latin-1. */
export const edifactText = (bytes: Uint8Array): string => {
  if (bytes.length > MAX_FILE_BYTES) refuseEdifact('too-large', `It is larger than ${MAX_FILE_BYTES} bytes.`);
  const latin1 = new TextDecoder('latin1').decode(bytes).replace(/^ï»¿/, '');
  const at = latin1.indexOf('UNB');
  const syntax = at < 0 ? '' : latin1.slice(at + 4, at + 8);
  return utf8.has(syntax) ? new TextDecoder('utf-8').decode(bytes) : latin1;
};

const party = (segment: Segment, element: number): Party => ({
  id: part(segment, element).trim(),
  qualifier: part(segment, element, 1).trim(),
});

/** Checks the count and the reference of a message against its UNT. */
const checkEnd = ({ reference, place, segments }: RawMessage, end: Placed): void => {
  const counted = segments.length + 2;
  if (part(end, 1).trim() !== reference)
    refuseEdifact('references-differ', `UNT names ${part(end, 1)}, UNH ${reference}.`, end.place);
  if (Number(part(end, 0)) !== counted)
    refuseEdifact('counts-differ', `UNT counts ${part(end, 0)} segments; there are ${counted}.`, place);
};

/** Checks that CNT 2, where it is, is the number of lines. */
const checkLines = ({ segments }: RawMessage): void => {
  const lines = segments.filter(({ tag }) => tag === 'LIN').length;
  for (const segment of segments)
    if (segment.tag === 'CNT' && part(segment, 0) === '2' && Number(part(segment, 0, 1)) !== lines)
      refuseEdifact('counts-differ', `CNT counts ${part(segment, 0, 1)} lines; there are ${lines}.`, segment.place);
};

type Read = Pick<Interchange, 'messages' | 'refused'> & { groups: number };

const readMessages = (placed: readonly Placed[]): Read => {
  const messages: RawMessage[] = [];
  const refused: Interchange['refused'][number][] = [];
  let groups = 0;
  let open: { reference: string; type: string; version: string; place: number; segments: Placed[] } | undefined;
  const end = (message: RawMessage, check: () => void): void => {
    try {
      check();
      messages.push(message);
    } catch (thrown) {
      if (!(thrown instanceof EdifactError)) throw thrown;
      refused.push({ reference: message.reference, type: message.type, refusal: thrown.refusal });
    }
    open = undefined;
  };
  const unended = (message: RawMessage): void =>
    end(message, () => refuseEdifact('counts-differ', 'Its UNT is missing.', message.place));
  for (const segment of placed) {
    if (segment.tag === 'UNH') {
      if (open) unended(open);
      const version = [1, 2, 3].map((component) => part(segment, 1, component).trim()).join(':');
      const named = { reference: part(segment, 0).trim(), type: part(segment, 1).trim(), version };
      open = { ...named, place: segment.place, segments: [] };
    } else if (segment.tag === 'UNT' && open) {
      const message = open;
      end(message, () => {
        checkEnd(message, segment);
        checkLines(message);
      });
    } else if (open) open.segments.push(segment);
    else if (segment.tag === 'UNG') groups += 1;
  }
  if (open) unended(open);
  return { messages, refused, groups };
};

/**
 * Reads an interchange (ISO 9735). What concerns one message refuses that message only. Throws an `EdifactError` when the file is none, or
 * UNB and UNZ do not agree: UNZ counts groups where there are any, messages otherwise.
 */
export const readInterchange = (text: string): Interchange => {
  const { segments, separators } = readSegments(text);
  const placed = segments.map((segment, at) => ({ ...segment, place: at + 1 }));
  const [first, last] = [placed[0], placed.at(-1)];
  if (first?.tag !== 'UNB') return refuseEdifact('not-edifact', 'It does not begin with UNB.', 1);
  if (last?.tag !== 'UNZ') return refuseEdifact('not-edifact', 'It does not end with UNZ.', placed.length);
  const reference = part(first, 4).trim();
  if (part(last, 1).trim() !== reference)
    refuseEdifact('references-differ', `UNZ names ${part(last, 1)}, UNB ${reference}.`, last.place);
  const { groups, messages, refused } = readMessages(placed.slice(1, -1));
  const counted = groups > 0 ? groups : messages.length + refused.length;
  if (Number(part(last, 0)) !== counted)
    refuseEdifact('counts-differ', `UNZ counts ${part(last, 0)}; there are ${counted}.`, last.place);
  return { sender: party(first, 1), recipient: party(first, 2), reference, separators, messages, refused };
};
