import { aPatron, monday, policies } from '../../../test/builders/circulation.ts';
import { loadOpenLoans } from './load-open-loans.ts';

test('loans of which none is due yet are not read: none is overdue, and no fine has accrued', async () => {
  const refuse = () => Promise.reject(new Error('read'));
  const stores = { items: { lentTo: refuse }, calendars: refuse } as unknown as Parameters<typeof loadOpenLoans>[0];
  const patron = aPatron({ dueFrom: monday, counters: { loans: 2, holds: 0, owed: 0, perGroup: {} } });
  const asked = { policies: policies(), maxOverdue: 1 };
  const before = loadOpenLoans(stores, patron, { ...asked, now: Date.parse(monday) - 1 });
  expect(await before).toEqual({ overdue: 0, accrued: 0 });
  await expect(loadOpenLoans(stores, patron, { ...asked, now: Date.parse(monday) + 1 })).rejects.toThrow('read');
});
