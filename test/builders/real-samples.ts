import { createHash } from 'node:crypto';
import { control } from '../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../layers/protocols/marc/record.ts';
import { type RawRecord, readRaw, subfieldValue } from './raw-marc.ts';

/** An extract of a real file, as one member's load: its item fields, the meaning of its codes, and its branches. */
export type Sample = {
  member: string;
  file: string;
  from: number;
  to: number;
  /** The built-in mapping of the load. */
  dialect: string;
  tag: string;
  indicators?: string;
  /** Codes from the systems' manuals: barcode, branch (the first filled), call number (joined), category, location. */
  codes: { barcode: string; branch: string[]; callNumber: string[]; category: string; location?: string };
  /** The holdings field that an item references by a number: call number, and branch and location where the item lacks them. */
  holding?: { tag: string; item: string; number: string; callNumber: string[]; branch: string; location: string };
  /** Values that mark a field as no copy on a shelf. */
  without?: Record<string, string>;
  /** Branches of the records mapped to the member's own codes; others are not branches of the member. */
  branches: Record<string, string>;
};

/** The branches named as in the records, in small letters. */
const named = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name.toLowerCase()]));

const symphony = {
  codes: { barcode: 'i', branch: ['m'], callNumber: ['a'], category: 't', location: 'l' },
  without: { m: 'ONLINE', l: 'NET' },
};
const chapelHill = {
  file: 'trln-4univ',
  ...{ from: 220, to: 260 },
};

const holdings852 = { branch: ['b'], callNumber: ['k', 'h', 'i', 'j', 'm'], location: 'c' };

/**
 * Six loads of four libraries. `shenango`, `ksta`, `recap`, `DSC` and `EMPTY` are omitted on purpose: their copies must be
 * listed, not lost.
 */
export const samples: Sample[] = [
  {
    ...{ member: 'uva', file: 'uva', from: 0, to: 200, dialect: 'symphony-999', tag: '999', ...symphony },
    branches: {
      ...named('ALDERMAN', 'IVY', 'DARDEN', 'FINE-ARTS', 'CLEMONS', 'LAW', 'SCI-ENG', 'HEALTHSCI', 'MUSIC'),
      ...{ 'SPEC-COLL': 'special', 'MT-LAKE': 'lake', PHYSICS: 'sci-eng', MATH: 'sci-eng' },
    },
  },
  {
    ...{
      member: 'penn-state',
      file: 'penn-state',
      from: 100,
      to: 170,
      dialect: 'symphony-949',
      tag: '949',
      ...symphony,
    },
    branches: named(
      ...['UP-PAT', 'HARRISBURG', 'ABINGTON', 'UP-SPECCOL', 'UP-ANNEX', 'UP-ARTSHUM', 'UP-ENGIN', 'UP-EMS', 'UP-MAPS'],
      ...['ALTOONA', 'UP-PAMS'],
    ),
  },
  {
    ...{ member: 'duke', file: 'trln-4univ', from: 20, to: 60, dialect: 'aleph-940', tag: '940' },
    codes: { barcode: 'p', branch: ['b', 'v'], callNumber: ['h'], category: 'r', location: 'c' },
    without: { r: 'ITNET' },
    branches: named(
      ...['LILLY', 'PERKN', 'DUKIR', 'DOCS', 'LAW', 'SCL', 'LSC', 'FORD', 'MUSIC', 'DIV', 'MARIN', 'DKU'],
    ),
  },
  {
    ...{ member: 'ncsu', file: 'trln-4univ', from: 140, to: 200, dialect: 'symphony-999', tag: '999', ...symphony },
    branches: named(
      ...['SLIS', 'SHEPARD', 'LAW', 'MUSIC', 'BOOKBOT', 'SPECCOLL', 'DHHILL', 'HUNT', 'DESIGN', 'LRL', 'NRL'],
    ),
  },
  {
    ...{ member: 'unc', ...chapelHill, dialect: 'sierra-999', tag: '999', indicators: '91' },
    codes: { barcode: 'b', branch: ['l'], callNumber: ['q'], category: 't' },
    branches: named('trln', 'dgdaf', 'wcbb', 'ddda', 'kwrbr', 'dcpw', 'dcpf'),
  },
  {
    ...{ member: 'unc-local', ...chapelHill, dialect: 'innovative-945', tag: '945' },
    codes: { barcode: 'i', branch: ['l'], callNumber: ['a', 'b'], category: 't' },
    branches: named('wadc', 'wadb', 'wbdc', 'errs', 'dcpfi', 'dddb', 'ulbr', 'ebnb', 'mmdb', 'mmda', 'bbla'),
  },
];

/** Four more dialects, two of them of other libraries. */
export const moreSamples: Sample[] = [
  {
    ...{ member: 'unc-orders', file: 'trln-4univ', from: 270, to: 350, dialect: 'innovative-949', tag: '949' },
    indicators: ' 1',
    codes: { barcode: 'i', branch: ['l'], callNumber: ['a', 'b'], category: 't' },
    branches: named('aart', 'ddda', 'mmda', 'wbda'),
  },
  {
    ...{ member: 'duke-holdings', file: 'trln-4univ', from: 92, to: 140, dialect: 'marc-852', tag: '852' },
    codes: { barcode: 'p', category: '', ...holdings852 },
    branches: named(...['ARCH', 'DIV', 'DOCS', 'DUKIR', 'FORD', 'LAW', 'LILLY', 'LSC', 'MCL', 'MUSIC', 'PERKN', 'SCL']),
  },
  {
    ...{ member: 'temple', file: 'temple', from: 12, to: 54, dialect: 'alma-itm', tag: 'ITM' },
    codes: { barcode: '9', branch: ['d'], callNumber: ['i'], category: 't', location: 'g' },
    branches: named(
      ...['AMBLER', 'ASRS', 'BLOCKSON', 'CLAEDTECH', 'GINSBURG', 'JAPAN', 'KARDON', 'LAW', 'MAIN', 'MEDIA', 'ROME'],
      'SCRC',
    ),
  },
  {
    ...{ member: 'princeton', file: 'princeton', from: 390, to: 428, dialect: 'alma-876', tag: '876' },
    codes: { barcode: 'p', branch: ['y'], callNumber: [], category: '', location: 'z' },
    holding: { tag: '852', item: '0', number: '8', branch: 'b', callNumber: holdings852.callNumber, location: 'c' },
    branches: named('annex', 'firestone', 'lewis', 'marquand', 'mendel', 'rare'),
  },
];

/** An item as in its record's field, with the member's own branch code. */
export type RawItem = { barcode: string; branchId: string; callNumber: string; category: string; location: string };
/** The expected result of a member's load. Records by number; a later one with the same number replaces the earlier. */
export type Expected = {
  read: number;
  records: Map<string, MarcRecord>;
  rejectedRecords: { offset: number; reason: string }[];
  items: RawItem[];
  rejectedItems: { offset: number; reason: string; barcode: string }[];
};

// A Sierra export leaves its own delimiters within a value: "|aHC102|b.D8".
const joined = (field: DataField, codes: readonly string[]): string =>
  codes
    .flatMap((code) => field.subfields.filter((one) => one.code === code))
    .map(({ value }) => value.replaceAll(/\|\w/g, ' ').replace(/\s+/g, ' ').trim())
    .filter((value) => value !== '')
    .join(' ');

/** Returns the holding with the number that an item references, anywhere in the record. */
const holdingOf = ({ holding }: Sample, field: DataField, record: MarcRecord): DataField | undefined => {
  const number = holding && subfieldValue(field, holding.item);
  return number
    ? record.data.find((one) => one.tag === holding.tag && subfieldValue(one, holding.number) === number)
    : undefined;
};

const rawItem = (
  sample: Sample,
  field: DataField,
  record: MarcRecord,
): RawItem | { reason: string; barcode: string } | undefined => {
  const { codes, without = {}, member, branches } = sample;
  if (Object.entries(without).some(([code, value]) => subfieldValue(field, code) === value)) return undefined;
  const barcode = subfieldValue(field, codes.barcode);
  const held = holdingOf(sample, field, record);
  const branch =
    codes.branch.map((code) => subfieldValue(field, code)).find((value) => value !== '') ??
    subfieldValue(held, sample.holding?.branch ?? '');
  if (barcode === '' && branch === '') return undefined;
  if (barcode.includes(' ')) return { reason: 'barcode-malformed', barcode };
  if (branch === '') return { reason: 'branch-missing', barcode };
  const code = branches[branch];
  if (code === undefined) return { reason: 'branch-unknown', barcode };
  const location = codes.location === undefined ? '' : subfieldValue(field, codes.location);
  return {
    barcode,
    branchId: `${member}.${code}`,
    callNumber: joined(field, codes.callNumber) || (held ? joined(held, sample.holding?.callNumber ?? []) : ''),
    category: subfieldValue(field, codes.category) || 'general',
    location: location || subfieldValue(held, sample.holding?.location ?? ''),
  };
};

/** The identification of a record without a number of its own. */
const contentName = (bytes: Uint8Array): string =>
  `sha-${createHash('sha256').update(bytes).digest('base64url').slice(0, 32)}`;

/** Returns the expected result of a load from a member's raw records: in file order, the first record with a barcode keeps it. */
export const expectedOf = (sample: Sample, raw: readonly RawRecord[]): Expected => {
  const expected: Expected = {
    ...{ read: raw.length, records: new Map(), rejectedRecords: [], items: [], rejectedItems: [] },
  };
  const items = new Map<string, RawItem>();
  const bearers = new Map<string, string>();
  for (const piece of raw) {
    const got = readRaw(piece);
    if ('reason' in got) {
      expected.rejectedRecords.push({ offset: piece.offset, reason: got.reason });
      continue;
    }
    const number = control(got.record, '001')?.trim() || contentName(piece.bytes);
    expected.records.set(number, got.record);
    const here = new Set<string>();
    let unlabelled = 0;
    for (const field of got.record.data) {
      if (field.tag !== sample.tag || (sample.indicators ?? field.ind1 + field.ind2) !== field.ind1 + field.ind2)
        continue;
      const item = rawItem(sample, field, got.record);
      if (item === undefined) continue;
      const { barcode } = item;
      const reject = (reason: string) => expected.rejectedItems.push({ offset: piece.offset, reason, barcode });
      if ('reason' in item) reject(item.reason);
      else if (barcode === '') items.set(`${number} ${unlabelled++}`, item);
      else if (here.has(barcode)) reject('barcode-twice-in-record');
      else if ((bearers.get(barcode) ?? number) !== number) reject('barcode-taken');
      else items.set(barcode, item);
      if (!('reason' in item) && barcode !== '') {
        here.add(barcode);
        bearers.set(barcode, bearers.get(barcode) ?? number);
      }
    }
  }
  expected.items = [...items.values()];
  return expected;
};
