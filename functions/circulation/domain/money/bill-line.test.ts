import { type BillLine, billLineSchema, openBy, waivedOf } from './bill-line.ts';

const line = (did: BillLine['did'], amount: number): BillLine => ({
  at: '2026-03-02T11:00:00.000Z',
  did,
  amount,
  by: 'staff:stf_1',
});

test('C74 the lines of a bill add up to what is open: charges and money paid out raise it, all else lowers it', () => {
  const lines = [
    line('charged', 3000),
    line('waived', 500),
    line('paid', 1000),
    line('waived', 300),
    line('taken-back', 2200),
  ];
  expect(openBy(lines)).toBe(-1000);
  expect(openBy([...lines, line('paid-out', 400), line('set-off', 600)])).toBe(0);
  expect(openBy([line('charged', 700), line('paid-by-credit', 600)])).toBe(100);
  expect(waivedOf(lines)).toBe(800);
  expect([openBy([]), waivedOf([])]).toEqual([0, 0]);
});

test('a line of a bill is an act that exists, with its time, its actor and an amount of whole minor units', () => {
  expect(billLineSchema.parse(line('charged', 1))).toEqual(line('charged', 1));
  const wrong = [
    { ...line('paid', 1), did: 'forgiven' },
    line('paid', 0),
    line('paid', 1.5),
    { did: 'paid', amount: 1 },
  ];
  expect(wrong.map((one) => billLineSchema.safeParse(one).success)).toEqual([false, false, false, false]);
});
