import { handler } from '../../../functions/membership/operations/list-audit/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

let table: Table;
const line = (n: number, over: Partial<AuditLine>): AuditLine => ({
  ...{ auditId: `aud_${n}`, at: `2026-11-0${n}T10:00:00.000Z`, by: 'staff:stf_1', did: 'changed', detail: {} },
  ...{ subject: 'branch:riverton.main', ...over },
});

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const lines = [
    line(1, {}),
    line(2, { by: 'staff:stf_2' }),
    line(3, { subject: 'item:itm_1', member: 'riverton' }),
    line(4, { subject: 'branch:ash.main' }),
    line(5, { subject: 'policy:fees' }),
    line(6, { at: '2026-10-31T10:00:00.000Z' }),
    line(7, { by: 'staff:stf_1@dsk_1' }),
    line(8, { by: 'staff:stf_12@dsk_1', subject: 'branch:ash.main' }),
    line(9, { by: 'staff:stf_12@dsk_1' }),
  ];
  for (const one of lines) await table.write([auditWrite(one)]);
});

const listed = async (query: Record<string, string>) => {
  const { status, body } = await call(handler, {
    query: { month: '2026-11', ...query },
    actor: consortiumStaff('auditor'),
  });
  expect(status).toBe(200);
  return (body as { entries: { auditId: string }[] }).entries.map(({ auditId }) => auditId);
};

test('a month of the audit log of a library, newest first, by person with and without a shared desk, and by object; of others nothing', async () => {
  expect(await listed({ memberId: 'riverton' })).toEqual(['aud_9', 'aud_7', 'aud_3', 'aud_2', 'aud_1']);
  expect(await listed({ memberId: 'riverton', by: 'staff:stf_1' })).toEqual(['aud_7', 'aud_3', 'aud_1']);
  expect(await listed({ memberId: 'riverton', by: 'staff:stf_1@dsk_1' })).toEqual(['aud_7']);
  expect(await listed({ memberId: 'riverton', subject: 'branch:riverton.main' })).toEqual([
    'aud_9',
    'aud_7',
    'aud_2',
    'aud_1',
  ]);
  expect(await listed({ memberId: 'riverton', subject: 'branch:ash.main' })).toEqual([]);
  expect(await listed({ memberId: 'riverton', month: '2026-10' })).toEqual(['aud_6']);
  expect(await listed({ memberId: 'consortium' })).toEqual(['aud_5']);
  expect(await listed({ memberId: 'consortium', subject: 'branch:ash.main' })).toEqual(['aud_8', 'aud_4']);
});

test('an administrator reads the log of the own library only', async () => {
  const actor = staffAt('riverton', 'member-admin');
  const status = async (memberId: string) =>
    (await call(handler, { query: { memberId, month: '2026-11' }, actor })).status;
  expect([await status('riverton'), await status('ash'), await status('consortium')]).toEqual([200, 403, 403]);
});
