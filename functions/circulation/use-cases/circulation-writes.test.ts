import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { aPatron } from '../../../test/builders/circulation.ts';
import { nothingYet } from '../domain/decisions/decision.ts';
import { owedLimit } from '../domain/loans/patron-checks.ts';
import { saveDecision } from './circulation-writes.ts';

test('a fine that a return charges in the same second is not counted twice: the checkout is decided again', async () => {
  const [accrued, owed] = [1000, 1000];
  const read = aPatron({ v: 1 });
  const saved = (v: number, counted?: number) => {
    const was = { ...read, v, counters: { ...read.counters, owed } };
    const conflict = { conflict: [{ index: 0, was }] };
    const table = { write: async () => conflict } as unknown as Table;
    const patron = { patronId: read.patronId, add: { loans: 1 }, limits: [owedLimit(1500, 'EUR', counted)] };
    const decided = { ...nothingYet(), changes: { ...nothingYet().changes, patrons: [patron] } };
    return saveDecision(table, decided, { patrons: [read] });
  };
  expect(await saved(2, accrued)).toBe('changed-meanwhile');
  // On the status that was read, the limit is final.
  expect(await saved(1, accrued)).toMatchObject({ limits: [{ counter: 'owed', accrued }] });
});
