import { publicRecord } from '../../../functions/catalogue/domain/harvest/public-record.ts';
import { toSearchDocument } from '../../../functions/catalogue/domain/index/search-document.ts';
import { heldItems, loadRecord } from '../../../functions/catalogue/domain/loading/load-record.ts';
import { type SourceInUnion, unionDocument } from '../../../functions/catalogue/domain/union/union-document.ts';
import { exportRecord } from '../../../functions/discovery/domain/export/export-records.ts';
import { exportForms } from '../../../functions/discovery/domain/export/forms.ts';
import { aRecord } from '../../../test/builders/marc-records.ts';
import { readAuthority } from './authority.ts';
import { type ItemDialect, itemDialects } from './item-mapping.ts';
import type { MarcRecord } from './record.ts';
import { writeMarcXml } from './write-marcxml.ts';

/**
 * Parsing takes time linear in a record's length, not quadratic: 20,000 equal characters in any subfield take milliseconds. A regular
 * expression that restarts at each of them takes half a second to three seconds.
 */
const LENGTH = 20_000;
const MOST_MS = 250;

/** The units of long runs: digits, spaces, stops, brackets, quotes, words, letters of other scripts, marks. */
const units = [
  '1',
  ' ',
  '.',
  '; ',
  '(',
  'a.',
  '[',
  '-',
  '"',
  ',',
  '1, ',
  '[1] ',
  ':',
  "l' ",
  '()',
  '漢',
  'é',
  '\u0301',
];

/** The subfields that are read, by tag. */
const read: Readonly<Record<string, string>> = {
  ...{
    '010': 'a',
    '020': 'az',
    '022': 'alz',
    '024': 'a',
    '028': 'a',
    '035': 'az',
    '041': 'ah',
    '050': 'ab',
    '082': 'ab',
  },
  ...{
    '086': 'a',
    '100': 'abcdeq',
    '110': 'abe',
    '240': 'anp',
    '245': 'abchnp',
    '246': 'ab',
    '250': 'ab',
    '260': 'abc',
  },
  ...{ '264': 'abc', '300': 'abc', '338': 'ab', '440': 'anpv', '490': 'av', '500': 'a', '505': 'agrt', '520': 'ab' },
  ...{ '583': 'acdfxz38', '600': 'acdtx', '650': 'avxyz', '653': 'a', '700': 'aet4', '710': 'abe', '740': 'a' },
  ...{ '776': 'stwxz', '780': 'tx', '800': 'atnpv', '830': 'apv', '852': 'bchijkmp', '856': 'uyz3', '876': 'apjl3' },
  ...{ '880': 'abc', '945': 'abcgilt', '952': 'abcopyht', '999': 'acilmtvw' },
};

const fixed: Readonly<Record<string, [code: string, value: string]>> = {
  '583': ['a', 'committed to retain'],
  '880': ['6', '245-01/$1'],
};

/** Returns a record with a title, and a field with the value in every subfield. */
const recordWith = (tag: string, value: string): MarcRecord => {
  const [code, text] = fixed[tag] ?? [];
  const subfields = [...(read[tag] ?? '')].map((one) => ({ code: one, value }));
  return aRecord(
    [
      { tag: '245', ind1: '1', ind2: '0', subfields: [{ code: 'a', value: 'Title' }] },
      {
        ...{ tag, ind1: '1', ind2: tag === '264' ? '1' : '0' },
        subfields: code === undefined ? subfields : [{ code, value: text ?? '' }, ...subfields],
      },
    ],
    { '001': 'b1', '008': '850423s1984    nyu           000 0 eng  ' },
  );
};

const at = { offset: 0, localId: 'b1' };
const contextOf = (dialect: ItemDialect) => ({
  ...{ memberId: 'ash', mapping: itemDialects[dialect], branches: new Set(['ash.main']) },
});

/** Derives everything that loading, search, harvesting and citation derive from a record. */
const readAll = (record: MarcRecord): void => {
  const written = writeMarcXml(record);
  if (!('xml' in written)) throw new Error('The record cannot be written.');
  loadRecord({ offset: 0, bytes: Buffer.from(written.xml), checksum: 'c', form: 'marcxml' }, contextOf('koha-952'));
  for (const dialect of Object.keys(itemDialects) as ItemDialect[]) heldItems(record, contextOf(dialect), at);
  const source = { sourceId: 'ash:b1', memberId: 'ash', localId: 'b1', hiddenFrom: [], record };
  const inUnion: SourceInUnion = { ...source, hiddenHoldings: {}, copies: [] };
  const sources = [inUnion, { ...inUnion, sourceId: 'oak:b1', memberId: 'oak' }];
  const document = unionDocument('rec_1', sources);
  if (document === undefined) throw new Error('The record has no document.');
  toSearchDocument(document);
  publicRecord(sources, document, 100_000);
  const url = 'https://library.test/record/rec_1';
  for (const form of exportForms) exportRecord({ recordId: 'rec_1', sources, items: [], url }, form);
  readAuthority({ ...record, leader: '00000nz  a2200000 a 4500' });
};

const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Returns the shortest of up to three runs: a busy machine is slow once, a bad regular expression always. */
const leastMs = (work: () => void): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && least > MOST_MS; i++) least = Math.min(least, cpuMs(work));
  return least;
};

test.each(units)('a run of %j in any field is read in time', (unit) => {
  const run = unit.repeat(LENGTH / unit.length);
  const slow = Object.keys(read).flatMap((tag) => {
    // A run followed by another character makes a search for its end fail; numbers are searched by a digit and a "v".
    const ms = leastMs(() => readAll(recordWith(tag, `1 v${run}1x`)));
    return ms > MOST_MS ? [`${tag}: ${Math.round(ms)} ms`] : [];
  });
  expect(slow).toEqual([]);
});
