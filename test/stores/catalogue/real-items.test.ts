import { readFileSync } from 'node:fs';
import path from 'node:path';
import { itemMappingStore } from '../../../functions/catalogue/data/item-mapping-store.ts';
import { readSource } from '../../../functions/catalogue/data/source-record.ts';
import { sourceStore } from '../../../functions/catalogue/data/source-store.ts';
import { handler as setItemMapping } from '../../../functions/catalogue/operations/set-item-mapping/handler.ts';
import { indexRecords } from '../../../functions/catalogue/use-cases/index-records.ts';
import type { Loaded } from '../../../functions/catalogue/use-cases/load-group.ts';
import { loadedBy, loadPart } from '../../../functions/catalogue/use-cases/load-part.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { loadBytes } from '../../builders/loads.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import { allValues, isbnPair, rawFormat, rawLanguages, rawRecords, rawYear, readRaw } from '../../builders/raw-marc.ts';
import { describeWithRealData } from '../../builders/real-data.ts';
import { type Expected, expectedOf, moreSamples, type Sample, samples } from '../../builders/real-samples.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

type Member = { sample: Sample; bytes: Uint8Array; start: number; expected: Expected; loaded: Loaded };

describe.each([
  { what: 'of four libraries, in six dialects', group: samples, isSearched: true },
  // In a table of their own, because some of their records match the others' and would share a union record.
  { what: 'in four more dialects', group: moreSamples, isSearched: false },
])('real records with their items, $what', ({ group, isSearched }) => {
  describeWithRealData('as they lie beside the project', (folder) => {
    let table: Table & { name: string };
    let index: TestIndex;
    const members: Member[] = [];
    const bucket = bucketInMemory();
    /** The union record of each source record. */
    const recordOf = new Map<string, string>();

    const load = async ({ member: memberId }: Sample, bytes: Uint8Array, start: number): Promise<Loaded> => {
      const store = itemMappingStore(table);
      const [mapping, branches] = [await store.get(memberId), await store.branches(memberId)];
      if (!mapping) throw new Error(`${memberId} has no mapping.`);
      const ids = { ids: systemIds, now: Date.now(), importId: systemIds.next('import', Date.now()) };
      return loadPart(
        { table, bucket, ...ids, itemsBy: loadedBy({ mapping, branches }) },
        { memberId, mapping, branches },
        { chunks: [bytes], form: 'iso2709', offset: start },
      );
    };

    const prepare = async (sample: Sample): Promise<Member> => {
      const { member, branches, dialect } = sample;
      for (const code of new Set(Object.values(branches))) await withBranch(table, `${member}.${code}`);
      const branchMap = Object.fromEntries(Object.entries(branches).map(([name, code]) => [name, `${member}.${code}`]));
      const set = await call(setItemMapping.using(systemRuntime()), {
        ...{ actor: staffAt(member, 'cataloguer'), path: { memberId: member } },
        body: { dialect, branchMap },
      });
      expect(set.status).toBe(200);
      const file = readFileSync(path.join(folder, 'marc', sample.file, 'records.mrc'));
      const raw = rawRecords(file, sample.from, sample.to);
      const [first, last] = [raw[0]?.offset ?? 0, raw.at(-1)];
      const bytes = file.subarray(first, (last?.offset ?? 0) + (last?.bytes.length ?? 0));
      const loaded = await load(sample, bytes, first);
      return { sample, bytes, start: first, expected: expectedOf(sample, raw), loaded };
    };

    beforeAll(async () => {
      jest.spyOn(console, 'log').mockImplementation(() => {});
      table = await aTable();
      index = anIndex();
      for (const sample of group) members.push(await prepare(sample));
      for (const row of await scanAll(table.name, 'source')) {
        const { sourceId, recordId } = readSource(row);
        recordOf.set(sourceId, recordId);
      }
      const ids = isSearched ? [...new Set(recordOf.values())] : [];
      for (let at = 0; at < ids.length; at += 50) {
        const indexing = { table, sources: sourceStore(table, bucket), index: index.writer, now: Date.now() };
        expect(await indexRecords(indexing, ids.slice(at, at + 50))).toEqual([]);
      }
      if (isSearched) await index.refresh();
    }, 240_000);
    afterAll(() => index.drop());

    const named = group.map(({ member }, at) => [member, at] as const);
    const memberAt = (at: number): Member => {
      const member = members[at];
      if (!member) throw new Error('Nothing was loaded.');
      return member;
    };
    const sorted = <T>(all: readonly T[]): T[] =>
      [...all].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

    if (isSearched)
      test.each([
        'marc4j__test_resources_pride-and-prejudice-with-many-errors.mrc.mrc',
        'solrmarc-sw__core_test_data_combineBibMhld_b11b12badm11m12.mrc.mrc',
        'solrmarc-sw__core_test_data_combineBibMhld_b1badb3.mrc.mrc',
      ])(
        'damaged records of %s are listed by byte and reason, UNIMARC with what is left out, the others loaded',
        async (name) => {
          const file = readFileSync(path.join(folder, 'marc', 'malformed', name));
          const raw = rawRecords(file, 0, 1_000);
          const unread = raw.flatMap((piece) => {
            const got = readRaw(piece);
            return 'reason' in got ? [{ offset: piece.offset, reason: got.reason }] : [];
          });
          expect(unread.length).toBeGreaterThan(0);
          const expected = unread.filter(({ reason }) => reason !== 'unimarc');
          const converted = unread.filter(({ reason }) => reason === 'unimarc').map(({ offset }) => offset);
          const { counts, rejects } = await loadBytes(await aTable(), 'odd', file);
          const records = rejects.filter(({ what }) => what === 'record');
          expect(records.map(({ offset, reason }) => ({ offset, reason }))).toEqual(expected);
          const left = rejects.filter(({ reason }) => reason === 'unimarc-left-out').map(({ offset }) => offset);
          expect(left.toSorted((a, b) => a - b)).toEqual(converted);
          expect(counts).toMatchObject({
            ...{ read: raw.length, rejected: expected.length, accepted: raw.length - expected.length },
          });
        },
      );

    test.each(named)('%s: every record is accounted for, each reject by its byte and its reason', (_, at) => {
      const { expected, loaded } = memberAt(at);
      const { read, accepted, rejected } = loaded.counts;
      expect({ read, accepted, rejected }).toEqual({
        read: expected.read,
        accepted: expected.read - expected.rejectedRecords.length,
        rejected: expected.rejectedRecords.length,
      });
      const listed = (what: string) => loaded.rejects.filter((reject) => reject.what === what);
      expect(listed('record').map(({ offset, reason }) => ({ offset, reason }))).toEqual(expected.rejectedRecords);
      const items = listed('item').map(({ offset, reason, barcode = '' }) => ({ offset, reason, barcode }));
      expect(sorted(items)).toEqual(sorted(expected.rejectedItems));
      expect(loaded.counts.itemsRejected).toBe(expected.rejectedItems.length);
      expect(loaded.rejects.every(({ detail }) => detail.length > 20)).toBe(true);
    });

    test.each(named)(
      '%s: its items match the raw fields, by barcode, call number, branch and category',
      async (_, at) => {
        const { sample, expected } = memberAt(at);
        const rows = (await scanAll(table.name, 'itemDescription')).filter(
          ({ memberId }) => memberId === sample.member,
        );
        const items = rows.map(({ barcode, branchId, callNumber, category, location }) => {
          return { barcode, branchId, callNumber, category, location };
        });
        expect(items.length).toBeGreaterThan(9);
        expect(sorted(items)).toEqual(sorted(expected.items));
      },
    );

    // Read from the file by another program: two holdings of one record, their numbers a class apart, each with copies; prefixed
    // ones at two branches; a number in four subfields.
    if (!isSearched)
      test.each([
        ['princeton', '32101104014996', 'lewis', 'QB981 . D63 2021', 'stacks'],
        ['princeton', '32101109060713', 'lewis', 'QB981 . D63 2021', 'res'],
        ['princeton', '32101104014998', 'firestone', 'QD981 . D63 2020', 'stacks'],
        ['princeton', '32101109060718', 'lewis', 'QD981 . D63 2020', 'res'],
        ['princeton', '32101003526165', 'mendel', 'Oversize M23.L5S6 1973q', 'stacks'],
        ['princeton', '32101030094724', 'annex', 'Oversize M23.L5S6 1973q', 'stacks'],
        ['temple', '31982060052554', 'japan', 'PR 4034 .S4 1990', 'stacks'],
        ['temple', '39074007447022', 'scrc', 'Z7963.L5S4x 1973', 'rarestacks'],
        ['unc-orders', '00050176496', 'wbda', 'C378 UO14.1 1983-84', ''],
        ['unc-orders', '00053361468', 'ddda', 'RJ506.A9 S5257 2018', ''],
      ])('%s: copy %s is at %s under %s', async (member, barcode, branch, callNumber, location) => {
        const rows = (await scanAll(table.name, 'itemDescription')).filter((row) => row.barcode === barcode);
        expect(rows).toMatchObject([{ memberId: member, branchId: `${member}.${branch}`, callNumber, location }]);
      });

    test.each(named)('%s: a desk finds each copy by the barcode on its label', async (_, at) => {
      const { sample, expected } = memberAt(at);
      const store = itemStore(table);
      for (const { barcode, branchId } of expected.items.filter((item) => item.barcode !== '')) {
        const found = await store.find(barcode);
        const places = found.map(({ memberId, branchId: at }) => ({ barcode, memberId, branchId: at }));
        expect(places).toEqual([{ barcode, memberId: sample.member, branchId }]);
      }
    });

    if (isSearched)
      test('numbers are found in every form: ISBN by 10 and by 13, ISSN, OCLC number, LCCN, barcode', async () => {
        const wanted: { number: string; recordId: string }[] = [];
        for (const { sample, expected } of members) {
          for (const [localId, record] of expected.records) {
            const recordId = recordOf.get(`${sample.member}:${localId}`) ?? 'not stored';
            wanted.push(...[...new Set(numbersOf(record))].map((number) => ({ number, recordId })));
          }
        }
        expect(wanted.length).toBeGreaterThan(300);
        const lost: typeof wanted = [];
        await eachOf(wanted, async ({ number, recordId }) => {
          const { hits } = await index.search(number, { scope: 'identifier', limit: 50 });
          if (!hits.some((hit) => hit.recordId === recordId)) lost.push({ number, recordId });
        });
        expect(lost).toEqual([]);
      }, 240_000);

    if (isSearched)
      test('a barcode finds the record of its copy, and no other (every third is tested)', async () => {
        const rows = await scanAll(table.name, 'itemDescription');
        const labelled = rows.flatMap(({ barcode, sourceId }) =>
          barcode ? [[String(barcode), String(sourceId)] as const] : [],
        );
        const wrong: unknown[] = [];
        await eachOf(
          labelled.filter((_, at) => at % 3 === 0),
          async ([barcode, sourceId]) => {
            const { hits } = await index.search(barcode, { scope: 'identifier' });
            const found = hits.map(({ recordId }) => recordId);
            if (found.length !== 1 || found[0] !== recordOf.get(sourceId)) wrong.push({ barcode, sourceId, found });
          },
        );
        expect(labelled.length).toBeGreaterThan(500);
        expect(wrong).toEqual([]);
      }, 240_000);

    if (isSearched)
      test('facets count what the leaders, 008 and 041 of the raw records contain', async () => {
        const { facets, total } = await index.search('');
        const clusters = clustersOf(members, recordOf);
        expect(total).toEqual({ count: clusters.length, atLeast: false });
        const counted = (values: (string | number)[]) => sorted(Object.entries(tally(values)));
        const shown = (buckets: readonly { value: string; count: number }[] = []) =>
          sorted(buckets.map(({ value, count }) => [value, count]));
        expect(shown(facets?.format)).toEqual(counted(clusters.map(({ formats }) => formats.join(' or '))));
        expect(shown(facets?.member)).toEqual(counted(clusters.flatMap(({ owners }) => owners)));
        const languages = new Map(shown(facets?.language) as [string, number][]);
        // The facet lists the 50 most frequent.
        for (const [language, count] of counted(clusters.flatMap((one) => one.languages)))
          if (languages.size < 50 || languages.has(String(language)))
            expect([language, languages.get(String(language))]).toEqual([language, count]);
        expect(sorted((facets?.decade ?? []).map(({ from, count }) => [String(from), count]))).toEqual(
          counted(clusters.flatMap(({ year }) => (year === undefined ? [] : [10 * Math.floor(year / 10)]))),
        );
      });

    test.each(named)('%s: the same file again writes nothing', async (_, at) => {
      const { sample, bytes, start, loaded } = memberAt(at);
      const again = await metered(async ({ units }) => {
        const { counts } = await load(sample, bytes, start);
        return { counts, writeUnits: units.writeUnits };
      });
      const { read, accepted } = loaded.counts;
      expect(again).toMatchObject({ writeUnits: 0, counts: { read, accepted, unchanged: accepted, itemsCreated: 0 } });
    });
  });
});

/** Returns all numbers that can be searched, in the forms in which users type them. */
const numbersOf = (record: MarcRecord): string[] => {
  const isbns = allValues(record, '020', 'a').map(isbnPair);
  const issns = allValues(record, '022', 'a').filter((text) => /^\d{4}-\d{3}[\dX]$/.test(text.trim()));
  const oclc = allValues(record, '035', 'a').flatMap(
    (text) => /^\(OCoLC\)(?:oc[mn]|on)?0*(\d+)$/.exec(text.trim())?.[1] ?? [],
  );
  const lccn = allValues(record, '010', 'a').map((text) => text.trim());
  return [
    ...isbns.flatMap((pair) =>
      pair === undefined ? [] : [pair.thirteen, ...(pair.ten === undefined ? [] : [pair.ten])],
    ),
    ...[...issns.map((text) => text.trim()), ...oclc.flatMap((number) => [number, `(OCoLC)${number}`])],
    ...lccn.filter((text) => /^[a-z]{0,3} ?\d{8,10}$/.test(text)),
  ];
};

/** Runs an action on all, several at a time: the engine runs in another process. */
const eachOf = async <T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> => {
  const waiting = [...all];
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: 6 }, lane));
};

const tally = (values: readonly (string | number)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

type Cluster = { owners: string[]; formats: string[]; languages: string[]; year: number | undefined };

/** Returns what the raw records of each union record contain together. */
const clustersOf = (members: readonly Member[], recordOf: ReadonlyMap<string, string>): Cluster[] => {
  const byRecord = new Map<string, { member: string; record: MarcRecord }[]>();
  for (const { sample, expected } of members)
    for (const [localId, record] of expected.records) {
      const recordId = recordOf.get(`${sample.member}:${localId}`) ?? `not stored: ${localId}`;
      byRecord.set(recordId, [...(byRecord.get(recordId) ?? []), { member: sample.member, record }]);
    }
  return [...byRecord.values()].map((sources) => ({
    owners: [...new Set(sources.map(({ member }) => member))],
    formats: [...new Set(sources.map(({ record }) => rawFormat(record)))],
    languages: [...new Set(sources.flatMap(({ record }) => rawLanguages(record)))],
    year: rawYear((sources[0] as { record: MarcRecord }).record),
  }));
};
