import { openDesk } from '../../web/src/features/circulation/desk/desk.ts';
import type { DeskCalls, Further, Refusal } from '../../web/src/features/circulation/desk/desk-types.ts';

const due = { due: '2099-01-31T23:59:59.000Z', comment: 'Exhibition' };
const detail = 'Why.';

/** Opens a desk whose checkouts would be refused for some reasons; it answers once all calls are let go. */
const aDesk = (refusals: Refusal[] = []) => {
  const lent: [string, string, Further | undefined][] = [];
  const calls = {
    scan: async (number: string) => ({
      ...{ number, is: number.startsWith('2') ? 'card' : 'item', patrons: [{}], items: [] },
      ...(number.startsWith('3') && { item: { itemId: `itm_${number}`, barcode: number } }),
    }),
    openPatron: async (card: string) => ({ patronId: `pat_${card}`, name: { family: card } }),
    checkOut: async (item: string, patronId: string, _: string, further?: Further) => {
      lent.push([item, patronId, further]);
      return { due: due.due };
    },
    refusalsOf: async () => refusals,
  } as unknown as DeskCalls;
  const desk = openDesk({ calls, beep: () => undefined });
  /** Resolves after the rows scanned so far have ended. */
  const ended = (): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        if (desk.state().rows.every(({ state }) => state === 'ended')) done();
      };
      desk.subscribe(look);
      look();
    });
  return { desk, lent, ended };
};

test('a special due date is for the open patron only, also when the next card and items are scanned without waiting', async () => {
  const { desk, lent, ended } = aDesk();
  desk.scan('21');
  await ended();
  desk.setDue(due);
  for (const scan of ['31', '22', '32']) desk.scan(scan);
  await ended();
  expect(desk.state().due).toBeUndefined();
  desk.scan('33');
  await ended();
  desk.setDue(due);
  desk.escape();
  expect(desk.state().due).toBeUndefined();
  expect(lent).toEqual([
    ['31', 'pat_21', due],
    ['32', 'pat_22', undefined],
    ['33', 'pat_22', undefined],
  ]);
});

test('a special due date overrides that the rules do not lend an item, and nothing else without a second decision', async () => {
  const { desk, lent, ended } = aDesk([
    { code: 'not-lendable', detail, overridable: true },
    { code: 'too-many-loans', detail, params: { has: 15, limit: 15 }, overridable: true },
  ]);
  desk.scan('21');
  await ended();
  desk.setDue(due);
  desk.scan('31');
  await ended();
  const [row] = desk.state().rows;
  expect(row?.outcome).toMatchObject({
    ...{ is: 'refused', problem: { status: 409, code: 'too-many-loans' } },
  });
  expect(row?.outcome?.is === 'refused' && row.outcome.problem.reasons).toEqual([
    { code: 'too-many-loans', detail, pointer: '', params: { has: 15, limit: 15 } },
  ]);
  expect(lent).toEqual([]);
  desk.again(row?.key ?? '', { ...row?.further, comment: 'Spoke with the branch' });
  desk.finish();
  await ended();
  expect(lent).toEqual([['31', 'pat_21', { due: due.due, comment: 'Spoke with the branch' }]]);

  const lendable = aDesk([{ code: 'not-lendable', detail, overridable: true }]);
  lendable.desk.scan('21');
  await lendable.ended();
  lendable.desk.setDue(due);
  lendable.desk.scan('31');
  await lendable.ended();
  expect(lendable.lent).toEqual([['31', 'pat_21', due]]);
});

test('a refused item that is let through later is lent to the patron for whom it was scanned', async () => {
  const { desk, lent, ended } = aDesk([{ code: 'too-many-loans', detail, overridable: true }]);
  desk.scan('21');
  await ended();
  desk.setDue(due);
  desk.scan('31');
  await ended();
  const [row] = desk.state().rows;
  desk.scan('22');
  await ended();
  desk.again(row?.key ?? '', { comment: 'Spoke with the branch' });
  await ended();
  expect(lent).toEqual([['31', 'pat_21', { comment: 'Spoke with the branch' }]]);
});
