import { createHash } from 'node:crypto';
import { control } from '../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../layers/protocols/marc/record.ts';
import { type RawRecord, readRaw, subfieldValue } from './raw-marc.ts';

/** A stretch of a real file, as one member's load: which fields are items, what each code says, where the branches are. */
export type Sample = {
  member: string;
  file: string;
  from: number;
  to: number;
  /** The ready-made mapping that a load is told to follow. */
  dialect: string;
  tag: string;
  indicators?: string;
  /** Codes, as the systems' own manuals have them: barcode, branch (the first filled), call number (joined), category, location. */
  codes: { barcode: string; branch: string[]; callNumber: string[]; category: string; location?: string };
  /** The field of the holding that an item names by a number, and what it says: call number, and branch and location where the item says none. */
  holding?: { tag: string; item: string; number: string; callNumber: string[]; branch: string; location: string };
  /** What is no copy on a shelf. */
  without?: Record<string, string>;
  /** Branches as the records name them to the member's own codes; what is not here is no branch of the member. */
  branches: Record<string, string>;
};

/** The branches that bear the name that the records use, in small letters. */
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

/** Six loads of four libraries. `shenango`, `ksta`, `recap`, `DSC` and `EMPTY` are left out on purpose: their copies must be listed, not lost. */
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

/** Four more dialects, two of them of libraries beside those. */
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

/** An item as its record's field says it, its branch as the member's own. */
export type RawItem = { barcode: string; branchId: string; callNumber: string; category: string; location: string };
/** What a member's load must come to. Records under the number by which they stand; a later one of the same number replaces. */
export type Expected = {
  read: number;
  records: Map<string, MarcRecord>;
  rejectedRecords: { offset: number; reason: string }[];
  items: RawItem[];
  rejectedItems: { offset: number; reason: string; barcode: string }[];
};

// A Sierra export leaves its own marks within a value: "|aHC102|b.D8".
const joined = (field: DataField, codes: readonly string[]): string =>
  codes
    .flatMap((code) => field.subfields.filter((one) => one.code === code))
    .map(({ value }) => value.replaceAll(/\|\w/g, ' ').replace(/\s+/g, ' ').trim())
    .filter((value) => value !== '')
    .join(' ');

/** The holding whose number an item names, wherever it stands in the record. */
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

/** How a record without a number of its own is known. */
const contentName = (bytes: Uint8Array): string =>
  `sha-${createHash('sha256').update(bytes).digest('base64url').slice(0, 32)}`;

/** Reads off a member's raw records what its load must come to: in file order, the first record to bring a barcode keeps it. */
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
