import { handler } from '../../../functions/finance/operations/list-ledger/handler.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { ledgerWrite } from '../../../layers/records/ledger/data/ledger-store.ts';
import type { LedgerEntry } from '../../../layers/records/ledger/domain/entry.ts';
import { post } from '../../../layers/records/ledger/domain/post.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';

const preparer: Actor = { kind: 'staff', id: 'stf_1', grants: [{ role: 'auditor', scope: 'consortium' }] };
const calder: Actor = {
  kind: 'staff',
  id: 'stf_2',
  grants: [{ role: 'member-finance', scope: 'member', member: 'calder' }],
};

const anEntry = (n: number, over: { member?: string; takenBy?: string; costCentre?: string } = {}): LedgerEntry => {
  const posted = post({
    entryId: `led_${n}`,
    at: `2026-11-${String(10 + n).padStart(2, '0')}T10:00:00.000Z`,
    kind: 'fine-paid',
    currency: 'USD',
    member: 'riverton',
    amount: 100 + n,
    causeId: `bil_${n}`,
    memo: 'overdue',
    ...over,
  });
  if ('refused' in posted) throw new Error('refused');
  return posted;
};
const entries = [
  anEntry(1),
  anEntry(2),
  anEntry(3, { takenBy: 'calder', costCentre: '4711-20' }),
  anEntry(4, { member: 'calder', costCentre: 'C-9' }),
  anEntry(5),
  anEntry(6),
];

let table: Awaited<ReturnType<typeof aTable>>;
beforeAll(async () => {
  table = await aTable();
  for (const entry of entries.toReversed()) await table.write([ledgerWrite(entry)]);
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const list = (actor: Actor, query: Record<string, string> = {}) =>
  call(handler, { actor, path: { period: '2026-11' }, query });

describe('The ledger of a period', () => {
  it('is read in order of time, page by page, each entry once', async () => {
    const read: unknown[] = [];
    let after: string | undefined;
    do {
      const { body } = await list(preparer, { limit: '2', ...(after ? { after } : {}) });
      const page = body as { entries: unknown[]; next?: string };
      read.push(...page.entries);
      after = page.next;
    } while (after);
    expect(read).toEqual(entries);
  });

  it('F7 shows a member its own lines only, and no code of another’s accounts', async () => {
    const { status, body } = await list(calder, { member: 'calder' });
    const { costCentre, ...shown } = entries[2] ?? anEntry(3);
    const third = shown.lines.filter(({ member }) => member === 'calder');
    expect([status, body]).toEqual([200, { period: '2026-11', entries: [{ ...shown, lines: third }, entries[3]] }]);
    expect(costCentre).toBe('4711-20');
    const riverton: Actor = { ...calder, grants: [{ role: 'member-finance', scope: 'member', member: 'riverton' }] };
    const own = (await list(riverton, { member: 'riverton' })).body as { entries: LedgerEntry[] };
    expect(own.entries.find(({ entryId }) => entryId === 'led_3')).toMatchObject({ costCentre });
    expect(await list(calder, { member: 'riverton' })).toMatchObject({ status: 403 });
    expect(await list(calder)).toMatchObject({ status: 403 });
  });

  it('never changes an existing entry', async () => {
    expect(await table.write([ledgerWrite({ ...anEntry(1), memo: 'other' })])).toMatchObject({
      conflict: [{ index: 0 }],
    });
    expect((await list(preparer, { limit: '1' })).body).toMatchObject({ entries: [entries[0]] });
  });

  it('is empty in a month without entries', async () => {
    const answered = await call(handler, { actor: preparer, path: { period: '2026-12' } });
    expect(answered).toMatchObject({ status: 200, body: { entries: [] } });
  });
});
