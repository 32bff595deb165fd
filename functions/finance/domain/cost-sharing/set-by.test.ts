import { type ReportedFigures, reportedFiguresSchema } from './scenario.ts';
import { figuresSetBy, setByAfter } from './set-by.ts';

const text = (over: object = {}) => ({ figures: {}, flags: [], optedInto: [], takesPart: true, ...over });

/** Returns a row after several users have changed it in turn. */
const rowSetBy = (...turns: [by: string, over: object][]): ReportedFigures => {
  let row: ReportedFigures | undefined;
  for (const [by, over] of turns) {
    const after = text(over);
    const changed = { at: '2026-11-24T10:00:00.000Z', by };
    row = { memberId: 'ash', ...after, changed, setBy: setByAfter(row, after, by), v: (row?.v ?? 0) + 1 };
  }
  return reportedFiguresSchema.parse(row);
};
const items = (value: number) => ({ items: { 2026: value } });

test('a value belongs to the member that set it until another sets it, also when others change other fields', () => {
  const row = rowSetBy(
    ['anna', { figures: items(10), flags: ['rural'] }],
    ['ben', { figures: { ...items(10), staff: { 2026: 3 } }, flags: ['rural'] }],
    ['cleo', { figures: { ...items(10), staff: { 2026: 4 } }, flags: [] }],
  );
  expect(row.setBy).toEqual({
    ...{ 'figure/items/2026': 'anna', 'figure/staff/2026': 'cleo' },
    ...{ 'flag/rural': 'cleo', takesPart: 'anna' },
  });
  expect(figuresSetBy([row]).toSorted()).toEqual(['anna', 'cleo']);
});

test('in an old row, a value without later changes belongs to the last one who changed it', () => {
  const old = reportedFiguresSchema.parse({
    ...{ memberId: 'ash', ...text({ figures: items(10), joined: 2012 }), v: 4 },
    changed: { at: '2026-01-01T10:00:00.000Z', by: 'anna' },
  });
  expect(figuresSetBy([old])).toEqual(['anna']);
  expect(setByAfter(old, text({ figures: items(11), joined: 2012 }), 'ben')).toEqual({
    ...{ 'figure/items/2026': 'ben', joined: 'anna', takesPart: 'anna' },
  });
});

test('an omitted value belongs to the one who omitted it', () => {
  const out = rowSetBy(['anna', { figures: items(10) }], ['ben', { figures: items(10), takesPart: false }]);
  expect(figuresSetBy([out])).toEqual(['ben']);
  const again = rowSetBy(['anna', { figures: items(10), takesPart: false }], ['ben', { figures: items(10) }]);
  expect(figuresSetBy([again]).toSorted()).toEqual(['anna', 'ben']);
});
