import type { Row } from '../../web/src/features/circulation/desk/desk-types.ts';
import { openOfflineWork } from '../../web/src/features/circulation/desk/offline/offline-work.ts';
import { type Forms, kindOf, withForm } from '../../web/src/features/circulation/desk/offline/scan-kind.ts';

const where = { branchId: 'riverton.main', at: '2026-03-02T11:00:00.000Z' };
const settled = () => new Promise((done) => setImmediate(done));
const opened = (fails: (item: string) => boolean = () => false) => {
  const stored: string[] = [];
  const beeps: boolean[] = [];
  let forms: Forms = {};
  const work = openOfflineWork({
    add: async ({ kind, item, card, returnedAt, further }) => {
      if (fails(item)) throw new Error('The disk is full.');
      stored.push([kind, item, card, returnedAt, further?.due].filter(Boolean).join(' '));
    },
    kindOf: (scan) => kindOf(scan, forms),
    learned: (scan, is) => {
      forms = withForm(forms, scan, is);
    },
    beep: (good) => beeps.push(good),
  });
  return { work, stored, beeps };
};
const row = (scan: string, more: Partial<Row> = {}): Row => ({
  ...{ key: scan, scan, mode: 'auto', session: 1, state: 'ended', at: where.at },
  ...more,
});

test('without a network, a number that may be a card is asked about and never lent to the patron before', async () => {
  const { work, stored } = opened();
  for (const scan of ['1000001', '55500011', '55500012']) work.scan('out', scan, where);
  await settled();
  expect(work.state()).toMatchObject({ card: '1000001', asks: '55500011' });
  expect(stored).toEqual([]);
  work.answer('item');
  await settled();
  // One answer does not tell cards from items of the same form.
  expect(work.state()).toMatchObject({ asks: '55500012' });
  work.answer('card');
  await settled();
  expect(stored).toEqual(['out 55500011 1000001']);
  expect(work.state()).toEqual({ card: '55500012', unstored: [] });
  work.nextPatron();
  work.scan('out', '31101000000011', where);
  await settled();
  expect(work.state()).toMatchObject({ needsCard: '31101000000011' });
  expect(stored).toHaveLength(1);
});

test("a library's own numbers are told apart once the desk has seen its cards and its items", () => {
  const seen = [
    ['A1234567', 'card'],
    ['70012345', 'item'],
  ] as const;
  const forms = seen.reduce<Forms>((all, [scan, is]) => withForm(all, scan, is), {});
  expect(['A7654321', '70099999', '21101000000016', '31101000000011', '8001'].map((one) => kindOf(one, forms))).toEqual(
    [...['card', 'item', 'card', 'item', 'unclear']],
  );
  expect(kindOf('70099999', withForm(forms, '70055555', 'card'))).toBe('unclear');
  expect(kindOf('70099999', withForm({}, '70055555', 'item'))).toBe('unclear');
});

test('the patron who was open and the date of return go on without a network, and late scans do not reopen a patron', async () => {
  const { work, stored } = opened();
  const lost = Promise.resolve(true);
  const due = { due: '2026-03-09T22:00:00.000Z', comment: 'Project' };
  work.takeOver('riverton.main', row('31101000000011', { patronId: 'pat_1', further: due }), lost);
  work.takeOver('riverton.main', row('31101000000012', { mode: 'in', returnedAt: '2026-02-28T18:00:00.000Z' }), lost);
  await settled();
  expect(work.state().card).toBe('pat_1');
  work.nextPatron();
  work.takeOver('riverton.main', row('31101000000013', { patronId: 'pat_1' }), lost);
  work.takeOver('riverton.main', row('31101000000014', { patronId: 'pat_1' }), Promise.resolve(false));
  await settled();
  expect(work.state().card).toBeUndefined();
  expect(stored).toEqual([
    'out 31101000000011 pat_1 2026-03-09T22:00:00.000Z',
    'in 31101000000012 2026-02-28T18:00:00.000Z',
    'out 31101000000013 pat_1',
  ]);
});

test('a scan that could not be stored sounds as a failure and is named, and the next one is stored', async () => {
  const { work, stored, beeps } = opened((item) => item === '31101000000012');
  for (const last of ['11', '12', '13']) work.scan('in', `311010000000${last}`, where);
  await settled();
  expect(stored).toEqual(['in 31101000000011', 'in 31101000000013']);
  expect(beeps).toEqual([true, false, true]);
  expect(work.state().unstored).toEqual(['31101000000012']);
});
