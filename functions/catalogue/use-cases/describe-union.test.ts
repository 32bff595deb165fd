import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { writeIso2709 } from '../../../layers/protocols/marc/write-iso2709.ts';
import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { deflated, sourceItem } from '../data/source-record.ts';
import { recordItem } from '../data/union-record.ts';
import { citationOfRecord } from '../domain/citation-of-record.ts';
import { type Audience, audiences } from '../domain/visibility/visibility.ts';
import { describeUnion } from './describe-union.ts';

const source = (memberId: string, title: string, hiddenFrom: readonly Audience[]): Item => {
  const written = writeIso2709(aRecord([datafield('245', '10', `$a${title}`)], { '001': 'b1' }));
  if ('refused' in written) throw new Error('The record cannot be written.');
  return sourceItem({
    ...{ sourceId: `${memberId}:b1`, recordId: 'rec_1', localId: 'b1', v: 0, importId: 'imp_1', offset: 0 },
    ...{ loadedAs: 'created', form: 'iso2709', itemsBy: 'none', matchKeys: [], checksum: 'c' },
    ...{ marc: deflated(written.bytes), hiddenFrom: [...hiddenFrom], hiddenHoldings: {} },
  });
};

const describedFrom = (rows: readonly Item[]) => {
  const sources = rows.map(({ sourceId }) => String(sourceId));
  const record = recordItem({ recordId: 'rec_1', v: 0, sources, absorbed: [] });
  const table = { get: async () => record, getMany: async () => [...rows] } as unknown as Table;
  const describing = { table, leads: async () => () => undefined };
  return describeUnion(describing, 'rec_1', { viewer: { kind: 'staff', members: ['ash'] }, now: 0 });
};

test('a record without hidden parts is described once, for the viewer and for the public', async () => {
  const described = await describedFrom([source('ash', 'Dune', []), source('elm', 'Dune', [])]);
  expect(described?.description.titles.title).toBe('Dune');
  expect(described?.publicDescription).toBe(described?.description);
});

test('a citation contains no data that only the library’s own staff may read', async () => {
  const described = await describedFrom([
    source('ash', 'Dune, our copy', ['public', 'other-members']),
    source('elm', 'Dune', []),
  ]);
  expect(described && citationOfRecord(described)?.title).toBe('Dune');
  const own = await describedFrom([source('ash', 'Dune', audiences)]);
  expect([own?.description.titles.title, own?.publicDescription]).toEqual(['Dune', undefined]);
});
