import { changedDoubles, duplicateFigures } from './duplicate-holdings.ts';

const record = (sources: string[], ruled: string[] = []) => ({ recordId: 'rec_1', sources, ruled });
type Held = ReturnType<typeof record>;
const change = (before: Held | undefined, after: Held) => changedDoubles([{ before, after }]);

test('two records of one member in one union record are a duplicate of that member only', () => {
  const sources = ['ash:1', 'ash:2', 'oak:7'];
  expect(change(record(['ash:1', 'oak:7']), record(sources))).toEqual([
    {
      ...{ memberId: 'ash', recordId: 'rec_1' },
      duplicateHolding: { memberId: 'ash', recordId: 'rec_1', sources: ['ash:1', 'ash:2'], basis: 'with-others' },
    },
  ]);
  expect(change(undefined, record(['ash:1', 'ash:2']))).toMatchObject([{ duplicateHolding: { basis: 'among-own' } }]);
});

test('staff decided on a duplicate when they decided on one of its sources, not on another in its record', () => {
  const sources = ['ash:1', 'ash:2', 'elm:3', 'oak:7', 'oak:8'];
  expect(change(undefined, record(sources, ['ash:2', 'elm:3']))).toMatchObject([
    { memberId: 'ash', duplicateHolding: { basis: 'ruled' } },
    { memberId: 'oak', duplicateHolding: { basis: 'with-others' } },
  ]);
  // A ruling alone changes it, with the same sources.
  expect(change(record(sources), record(sources, ['oak:7', 'elm:3']))).toMatchObject([
    { memberId: 'oak', duplicateHolding: { basis: 'ruled' } },
  ]);
});

test('a duplicate’s basis changes with the others in its record, and with no change elsewhere', () => {
  const alone = record(['ash:1', 'ash:2']);
  expect(change(alone, record(['ash:1', 'ash:2', 'oak:7']))).toMatchObject([
    { duplicateHolding: { basis: 'with-others' } },
  ]);
  expect(change(record(['ash:1', 'ash:2', 'oak:7']), record(['ash:1', 'ash:2', 'elm:3', 'oak:7']))).toEqual([]);
});

test('a duplicate ends when its records are separated, withdrawn, or merged with their union record', () => {
  const gone = [{ memberId: 'ash', recordId: 'rec_1' }];
  expect(change(record(['ash:1', 'ash:2']), record(['ash:1']))).toEqual(gone);
  expect(change(record(['ash:1', 'ash:2']), record([]))).toEqual(gone);
});

test('figures count titles, records and surplus records, by their copies and holds', () => {
  const duplicateHoldings = [
    { basis: 'ruled' as const, count: 2 },
    { basis: 'with-others' as const, count: 3 },
    { basis: 'with-others' as const, count: 2 },
  ];
  const possibleDuplicates = [
    { one: 'ash:1', two: 'ash:2' },
    { one: 'ash:1', two: 'oak:7' },
  ];
  expect(duplicateFigures(duplicateHoldings, possibleDuplicates)).toEqual({
    ...{ titles: 3, records: 7, surplus: 4 },
    byBasis: { ruled: 2, 'among-own': 0, 'with-others': 5 },
    possibleDuplicates: { own: 1, others: 1 },
  });
});
