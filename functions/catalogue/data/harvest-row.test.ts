import { writeUnits } from '../../../layers/platform/dynamodb/capacity.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { harvestDictionary } from './harvest-dictionary.ts';
import { readHarvest } from './harvest-row.ts';
import { noteHarvest } from './harvest-store.ts';
import { deflated, inflated } from './source-record.ts';

/** A table of one row, which collects what is written to it. */
const aRow = (row?: Item): { table: Table; written: Write[] } => {
  const written: Write[] = [];
  const table = {
    getMany: async () => [row],
    write: async (writes: Write[]) => void written.push(...writes),
  } as unknown as Table;
  return { table, written };
};

const note = (sets: string[]) => ({ recordId: 'rec_1', number: 7, digest: 'a', sets, forms: () => Buffer.from('x') });
const putIn = (write: Write | undefined): Item =>
  write && 'put' in write ? write.put : { pk: '', sk: '', entity: '', v: 0 };

describe('the harvest row of a record', () => {
  it('is alone in the lists of all records, its member and its format, and costs four units', async () => {
    const { table, written } = aRow();
    await noteHarvest(table, [note(['format.book', 'member.alder'])]);
    const row = putIn(written[0]);
    expect(written).toHaveLength(1);
    expect([row.gsi1pk, row.gsi2pk, row.gsi3pk].map((pk) => String(pk).split('#')[1])).toEqual([
      'member.alder',
      'format.book',
      'all',
    ]);
    expect(writeUnits(written)).toBe(4);
  });

  it('is written alone, and with other rows of the same record in one transaction', async () => {
    const calls: number[] = [];
    const table = {
      getMany: async () => [],
      write: async (writes: Write[]) => void calls.push(writes.length),
    } as unknown as Table;
    const three = ['format.book', 'member.alder', 'member.birch'];
    const notes = [['format.book'], ['format.map'], three].map(note);
    await noteHarvest(
      table,
      notes.map((one, i) => ({ ...one, recordId: `rec_${i}` })),
    );
    expect(calls).toEqual([1, 1, 2]);
  });

  it('is read as it was written, also from before its keys alone had the record and the datestamp', async () => {
    const { table, written } = aRow();
    await noteHarvest(table, [note(['format.book', 'member.alder'])]);
    const row = putIn(written[0]);
    const read = readHarvest(row);
    expect(read).toMatchObject({ recordId: 'rec_1', changedAt: String(row.gsi3sk).slice(0, 20) });
    expect(readHarvest({ ...row, recordId: 'rec_1', changedAt: read.changedAt })).toEqual(read);
  });

  it('stays in the list of a set that the record left, as of that date, and in a row of its own in a new one', async () => {
    const first = aRow();
    await noteHarvest(first.table, [note(['format.book', 'member.alder'])]);
    const stored = putIn(first.written[0]);
    const second = aRow(stored);
    await noteHarvest(second.table, [{ ...note(['format.map', 'member.alder']), number: 8, digest: 'b' }]);
    const now = readHarvest(putIn(second.written[0]));
    expect(now).toMatchObject({
      lead: { set: 'member.alder' },
      second: { set: 'format.book' },
      sets: ['format.map', 'member.alder'],
    });
    expect(second.written.map(putIn).map(({ sk }) => sk)).toEqual(['all', 'format.map']);
    expect(now.second?.at).toBe(now.changedAt);
  });
});

describe('packed public forms', () => {
  it('are read with the dictionary with which they were written, whatever their length', () => {
    const forms = ['', '<dc:title>Dune</dc:title>', '<datafield tag="245" ind1="1" ind2="0">'.repeat(2_000)];
    for (const text of forms)
      expect(Buffer.from(inflated(deflated(Buffer.from(text), harvestDictionary), harvestDictionary)).toString()).toBe(
        text,
      );
  });
});
