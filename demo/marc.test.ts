import { clusterAll } from '../functions/catalogue/domain/matching/cluster.ts';
import { matchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { isbn13Of } from '../layers/kernel/citation/standard-numbers.ts';
import { control, fields, subfield, twinOf } from '../layers/protocols/marc/fields.ts';
import { formatOf } from '../layers/protocols/marc/format.ts';
import { itemsInMarc } from '../layers/protocols/marc/items-in-marc.ts';
import type { MarcRecord } from '../layers/protocols/marc/record.ts';
import { mustMerge, mustNotMerge } from './catalogue-cases.ts';
import { holdings } from './holdings.ts';
import { itemMapping, loadFile, loadFiles, recordsOf } from './load-files.ts';
import { recordOf } from './marc.ts';
import { workById } from './works/works.ts';

const records = holdings.map(recordOf);

function recordBy(member: string, workId: string): MarcRecord {
  const holding = holdings.find((each) => each.member === member && each.workId === workId);
  if (holding === undefined) throw new Error(`${member} has no ${workId}`);
  return recordOf(holding);
}

const say = (record: MarcRecord, tag: string): string[] =>
  fields(record, tag).map(({ subfields }) => subfields.map(({ code, value }) => `$${code}${value}`).join(' '));

describe('the records of the demo', () => {
  it('have a leader of 24 characters, an 008 of 40 and one title', () => {
    for (const record of records) {
      expect(record.leader).toMatch(/^00000n[acegj][ms] a2200000 [ai] 4500$/);
      expect(control(record, '008')).toHaveLength(40);
      expect(fields(record, '245')).toHaveLength(1);
    }
  });

  it('have no empty subfield, and indicators of one character', () => {
    const faulty = records
      .flatMap(({ data }) => data)
      .filter(
        ({ ind1, ind2, subfields }) =>
          ind1.length !== 1 ||
          ind2.length !== 1 ||
          !subfields.length ||
          subfields.some(({ value }) => value.trim() === ''),
      );
    expect(faulty).toEqual([]);
  });

  it('link each field in another script with its counterpart, both ways', () => {
    const linked = records.flatMap((record) =>
      fields(record, '100', '245', '264', '700')
        .filter((field) => subfield(field, '6') !== undefined)
        .map((field) => twinOf(record, field)?.tag),
    );
    expect(linked.length).toBeGreaterThan(200);
    expect(new Set(linked)).toEqual(new Set(['880']));
  });

  it('follow the member’s practice: RDA with Cyrillic here, AACR2 without there', () => {
    const rda = recordBy('harcourt', 'prestuplenie');
    const aacr2 = recordBy('lakeshore', 'prestuplenie');
    expect(say(rda, '264')).toEqual(['$aSankt-Peterburg : $bA. Bazunov, $c1867']);
    expect(say(rda, '880')).toContain('$6245-02/(N $aПреступление и наказание / $cФёдор Михайлович Достоевский.');
    expect(say(rda, '050')).toEqual(['$aPG3300 .D67 1867']);
    expect(say(aacr2, '260')).toEqual(['$aSankt-Peterburg : $bA. Bazunov, $c1867.']);
    expect(say(aacr2, '880')).toEqual([]);
    expect(say(aacr2, '082')).toEqual(['$a891.733 $223']);
  });

  it('record an ISBN as 13 or as 10 digits of the same book', () => {
    const thirteen = subfield(fields(recordBy('riverton', 'wonder'), '020')[0], 'a');
    const ten = subfield(fields(recordBy('lakeshore', 'wonder'), '020')[0], 'a') ?? '';
    expect(thirteen).toBe('9780375869020');
    expect(ten).toMatch(/^\d{9}[\dX]$/);
    expect(isbn13Of(ten)).toBe(thirteen);
  });

  it('differ between members for every work that must merge', () => {
    for (const workId of mustMerge) {
      const described = holdings
        .filter((holding) => holding.workId === workId)
        .map((holding) => JSON.stringify(recordOf(holding).data.filter(({ tag }) => tag !== '952' && tag !== '040')));
      expect(new Set(described).size).toBe(described.length);
    }
  });

  it('distinguish print from online, and editions from one another', () => {
    for (const { pair, because } of mustNotMerge) {
      const [one, other] = pair.map(workById);
      if (one === undefined || other === undefined) throw new Error('a pair has two');
      if (because === 'print-and-online' || because === 'form') expect(one.form).not.toBe(other.form);
      else expect([one.year, one.publisher, one.title]).not.toEqual([other.year, other.publisher, other.title]);
      for (const { id } of [one, other]) expect(holdings.some(({ workId }) => workId === id)).toBe(true);
    }
    const kinds = mustNotMerge.map(({ because }) => because);
    expect(kinds.filter((kind) => kind === 'print-and-online').length).toBeGreaterThanOrEqual(3);
    expect(kinds.filter((kind) => kind === 'edition').length).toBeGreaterThanOrEqual(3);
    expect(say(recordBy('riverton', 'pride-online'), '856')).toEqual([
      '$uhttps://www.gutenberg.org/ebooks/1342 $yRead online',
    ]);
  });

  it('return their items to the import, each with its branch, call number and category', () => {
    for (const holding of holdings) {
      const { items, skipped } = itemsInMarc(recordOf(holding), itemMapping);
      expect(skipped).toEqual([]);
      expect(
        items.map(({ barcode, branch, callNumber, category }) => ({ barcode, branch, callNumber, category })),
      ).toEqual(
        holding.copies.map(({ barcode, branch, callNumber, category }) => ({ barcode, branch, callNumber, category })),
      );
    }
  });
});

describe('what a reader sees of them', () => {
  it('is the same for a work whichever member catalogued it', () => {
    const expected = { dvd: 'video', cd: 'music-recording' } as const;
    const wrong = holdings.filter((holding) => {
      const { form } = workById(holding.workId);
      return formatOf(recordOf(holding)) !== (form === 'dvd' || form === 'cd' ? expected[form] : form);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the union of the demo', () => {
  const clusters = clusterAll(
    holdings.map((holding) => ({
      id: `${holding.workId}@${holding.member}`,
      features: matchFeatures(recordOf(holding)),
    })),
  );
  const clustersOf = (workId: string): string[][] =>
    clusters.filter((cluster) => cluster.some((id) => id.startsWith(`${workId}@`)));

  it('shows each work of the merge list once, with every member that catalogued it', () => {
    for (const workId of mustMerge) {
      const members = holdings
        .filter((holding) => holding.workId === workId)
        .map(({ member }) => `${workId}@${member}`);
      expect(clustersOf(workId)).toEqual([members.toSorted()]);
    }
  });

  it('separates records that must not merge', () => {
    for (const { pair } of mustNotMerge) {
      const [one, other] = pair;
      expect(clustersOf(one).filter((cluster) => clustersOf(other).includes(cluster))).toEqual([]);
    }
  });
});

describe('the load files', () => {
  it('contain every record of their member, and the same bytes each time', () => {
    const files = loadFiles();
    expect(files.map(({ records: count }) => count)).toEqual(files.map(({ member }) => recordsOf(member).length));
    expect(files.reduce((sum, { records: count }) => sum + count, 0)).toBe(holdings.length);
    for (const { member, bytes, records: count } of files) {
      expect(bytes.filter((byte) => byte === 0x1d)).toHaveLength(count);
      expect(loadFile(member)).toEqual(bytes);
    }
  });
});
