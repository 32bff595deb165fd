import { parseExact } from '../../kernel/money/exact.ts';
import type { Party, Placed, RawMessage } from './interchange.ts';
import { part, refuseEdifact, type Segment, type Separators } from './segments.ts';

/** A value with its qualifier, as EDIFACT writes dates, quantities, amounts and references. */
type Qualified = { qualifier: string; value: string };

/** An identifier of a product: an ISBN-13 (EN), an ISBN-10 (IB), an ISSN (IS), or the number of the vendor (SA). */
type ProductId = { type: string; value: string };

/** What the library profile says of a line. Quantities are numbers of copies, sums and prices decimals in the currency of the message. */
export type MessageLine = {
  number: string;
  /** Its LIN segment, counted from 1 in the file. */
  place: number;
  /** What the vendor does with it: 2 cancelled, 3 changed, 4 no action, 5 accepted, 10 not found, 24 recorded. */
  action?: string;
  ids: ProductId[];
  /** Title, author, publisher and date of publication, as far as given. */
  texts: Partial<Record<TextKind, string>>;
  quantities: { qualifier: string; value: number }[];
  prices: Qualified[];
  sums: Qualified[];
  references: Qualified[];
  dates: Qualified[];
  /** What the vendor states: a code with the list that it is of. */
  states: { code: string; list: string }[];
  /** Copies: each set has a branch (LLO), a fund (LFN), a number of copies (LQT) and more. */
  copies: { set: string; values: Qualified[] }[];
  taxes: string[];
};

/** A message in the library profile of D.96A (EDItEUR), read segment by segment. */
export type LibraryMessage = {
  type: (typeof messageTypes)[number];
  reference: string;
  /** Its UNH segment, counted from 1 in the file. */
  place: number;
  /** The kind of document (BGM), its number, and its function: 9 original, 7 duplicate, 4 change, 29 accepted, 43 additional. */
  document: { kind: string; number: string; function: string };
  dates: Qualified[];
  references: Qualified[];
  parties: (Party & { role: string })[];
  currency?: string;
  lines: MessageLine[];
  /** Sums of the whole message after its lines: 79 of the lines, 8 of a charge, 124 tax, 86 payable. */
  sums: Qualified[];
};

/** The messages of the profile that Concord reads. */
export const messageTypes = ['ORDERS', 'ORDRSP', 'DESADV', 'INVOIC', 'QUOTES'] as const;

type TextKind = 'title' | 'author' | 'publisher' | 'published';
const textKinds: Record<string, TextKind> = {
  ...{ '050': 'title', BTI: 'title', BST: 'title', '81': 'title' },
  ...{ '009': 'author', '010': 'author', BAU: 'author', '80': 'author' },
  ...{ '109': 'publisher', BPU: 'publisher', '170': 'published', BPD: 'published' },
};

const isType = (type: string): type is LibraryMessage['type'] => messageTypes.some((one) => one === type);

/** Returns a decimal with a point, as the interchange marks it; refuses what is none. */
const decimal = (text: string, { place }: Placed, { decimal: mark }: Separators): string => {
  const plain = mark === ',' ? text.replace(',', '.') : text;
  const stated = plain
    .trim()
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')
    .replace(/^\+/, '');
  try {
    parseExact(stated);
    return stated;
  } catch {
    return refuseEdifact('bad-segment', `${text.slice(0, 20)} is no number.`, place);
  }
};

const copiesIn = (text: string, segment: Placed, separators: Separators): number => {
  const value = Number(decimal(text, segment, separators));
  return Number.isInteger(value) && value >= 0 && value <= 1_000_000
    ? value
    : refuseEdifact('bad-segment', `${text.slice(0, 20)} is no number of copies.`, segment.place);
};

const qualified = (segment: Segment): Qualified => ({
  qualifier: part(segment, 0).trim(),
  value: part(segment, 0, 1).trim(),
});

/** Returns the identifiers of elements, each `value:type`. */
const idsOf = ({ elements }: Segment, from: number): ProductId[] =>
  elements.slice(from).flatMap(([value = '', type = '']) => {
    const plain = value.trim();
    return plain === '' ? [] : [{ type: type.trim(), value: plain }];
  });

const newLine = (segment: Placed): MessageLine => {
  const action = part(segment, 1).trim();
  return {
    number: part(segment, 0).trim(),
    place: segment.place,
    ...(action !== '' && { action }),
    ids: idsOf(segment, 2).slice(0, 1),
    ...{
      texts: {},
      quantities: [],
      prices: [],
      sums: [],
      references: [],
      dates: [],
      states: [],
      copies: [],
      taxes: [],
    },
  };
};

/** Adds a text: a long one is in several components, and in several segments of one kind. */
const addText = (line: MessageLine, segment: Placed): void => {
  const kind = textKinds[part(segment, 1).trim()];
  if (!kind) return;
  const text = (segment.elements[2] ?? []).slice(3).join('');
  line.texts[kind] = `${line.texts[kind] ?? ''}${text}`.trim();
};

const addToLine = (line: MessageLine, segment: Placed, separators: Separators): void => {
  const number = (): Qualified => {
    const { qualifier, value } = qualified(segment);
    return { qualifier, value: decimal(value, segment, separators) };
  };
  switch (segment.tag) {
    case 'PIA':
      line.ids.push(...idsOf(segment, 1));
      break;
    case 'IMD':
      addText(line, segment);
      break;
    case 'QTY':
      line.quantities.push({ ...qualified(segment), value: copiesIn(part(segment, 0, 1), segment, separators) });
      break;
    case 'PRI':
      line.prices.push(number());
      break;
    case 'MOA':
      line.sums.push(number());
      break;
    case 'RFF':
      line.references.push(qualified(segment));
      break;
    case 'DTM':
      line.dates.push(qualified(segment));
      break;
    case 'FTX':
      if (part(segment, 0) === 'LIN')
        line.states.push({ code: part(segment, 2).trim(), list: part(segment, 2, 1).trim() });
      break;
    case 'GIR':
      line.copies.push({
        set: part(segment, 0),
        values: segment.elements.slice(1).map(([value = '', qualifier = '']) => ({ qualifier, value })),
      });
      break;
    case 'TAX':
      line.taxes.push(decimal(part(segment, 4, 3), segment, separators));
  }
};

const addToHead = (message: LibraryMessage, segment: Placed, separators: Separators): void => {
  switch (segment.tag) {
    case 'BGM':
      message.document = {
        kind: part(segment, 0).trim(),
        number: part(segment, 1).trim(),
        function: part(segment, 2).trim(),
      };
      break;
    case 'DTM':
      message.dates.push(qualified(segment));
      break;
    case 'RFF':
      message.references.push(qualified(segment));
      break;
    case 'NAD':
      message.parties.push({
        role: part(segment, 0),
        id: part(segment, 1).trim(),
        qualifier: part(segment, 1, 2).trim(),
      });
      break;
    case 'CUX':
      // The first currency is that of the prices; another one of a vendor's payment follows it.
      message.currency ??= part(segment, 0, 1).trim().toUpperCase();
      break;
    case 'MOA':
      message.sums.push({ qualifier: part(segment, 0), value: decimal(part(segment, 0, 1), segment, separators) });
  }
};

/** Returns why a message is not in the library profile. */
const refuseProfile = ({ type, version, place }: RawMessage, segments: readonly Placed[]): void => {
  if (isType(type) && version.startsWith('D:96A')) return;
  const line = segments.find(({ tag }) => tag === 'LIN');
  const detail = `${type} ${version} is not the library profile of D:96A.`;
  refuseEdifact('not-library-profile', detail, line?.place ?? place, line && part(line, 0));
};

/** Reads a message in the library profile. Throws an `EdifactError` when it is of another profile, or a number in it is none. */
export const readLibraryMessage = (raw: RawMessage, separators: Separators): LibraryMessage => {
  refuseProfile(raw, raw.segments);
  const { type, reference, segments } = raw;
  const message: LibraryMessage = {
    type: isType(type) ? type : 'ORDERS',
    ...{ reference, place: raw.place },
    document: { kind: '', number: '', function: '' },
    ...{ dates: [], references: [], parties: [], lines: [], sums: [] },
  };
  let line: MessageLine | undefined;
  for (const segment of segments) {
    if (segment.tag === 'LIN') {
      line = newLine(segment);
      message.lines.push(line);
    } else if (segment.tag === 'UNS' || segment.tag === 'CNT') line = undefined;
    else if (line) addToLine(line, segment, separators);
    else addToHead(message, segment, separators);
  }
  if (message.document.number === '') refuseEdifact('bad-segment', 'BGM names no document.', raw.place);
  return message;
};
