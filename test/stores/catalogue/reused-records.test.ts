import { importStore } from '../../../functions/catalogue/data/import-store.ts';
import { reusedRecords } from '../../../functions/catalogue/data/reused-records.ts';
import { noCounts } from '../../../functions/catalogue/domain/loading/import.ts';
import { aTable } from '../../builders/dynamodb-local.ts';

test('the records of a member’s loads that others had described are counted in the months in which the loads were opened', async () => {
  const table = await aTable();
  const imports = importStore(table);
  const load = async (importId: string, createdAt: string, matched: number, more = {}) => {
    await imports.create({ importId, memberId: 'ash', fileName: 'a.mrc', bytes: 10, createdAt, ...more });
    await imports.begin(importId, 'run', createdAt);
    await imports.end(importId, { state: 'done', at: createdAt, counts: { ...noCounts(), created: 40, matched } });
  };
  await load('imp_1', '2025-12-31T23:00:00.000Z', 30);
  await load('imp_2', '2026-01-01T00:00:00.000Z', 7);
  await load('imp_3', '2026-02-28T23:59:59.000Z', 11);
  await load('imp_4', '2026-02-01T10:00:00.000Z', 9, { kind: 'authorities' });
  await load('imp_5', '2026-03-01T00:00:00.000Z', 13);
  await load('imp_6', '2026-02-10T10:00:00.000Z', 17, { memberId: 'birch' });
  await imports.create({
    ...{ importId: 'imp_7', memberId: 'ash', fileName: 'b.mrc', bytes: 10, createdAt: '2026-02-11T10:00:00.000Z' },
  });
  expect(await reusedRecords(table, 'ash', { from: '2026-01', to: '2026-02' })).toEqual({
    ...{ loads: 2, created: 80, matched: 18, complete: true },
  });
});
