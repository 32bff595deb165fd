import { busyStates, type ClosingLine, closingStates, sumOf } from './closing.ts';

const line = (id: string, more: Partial<ClosingLine> = {}): ClosingLine => ({
  ...{
    itemId: `itm_${id}`,
    what: 'loan',
    id,
    state: 'planned',
    from: '2026-03-03T22:59:59.000Z',
    fromDay: '2026-03-03',
  },
  ...more,
});
const to = (day: string) => ({ to: `${day}T22:59:59.000Z`, toDay: day });

test('a closing has work left until it shows what would move, and until all is moved or put back', () => {
  expect(closingStates.filter((state) => !busyStates.includes(state))).toEqual(['previewed', 'done', 'undone']);
});

test('a closing without dates moves nothing', () => {
  expect(sumOf([])).toEqual({ moves: [], left: {}, held: {}, counts: {} });
});

test('the dates of a closing are counted by the days between which they move, why they stay, and the notices that are not sent', () => {
  const lines = [
    line('1', { ...to('2026-03-05'), held: ['due-soon', 'overdue'] }),
    line('2', { ...to('2026-03-05'), held: ['overdue'], state: 'done' }),
    line('3', { fromDay: '2026-03-02', ...to('2026-03-05') }),
    line('4', { what: 'hold', ...to('2026-03-05') }),
    line('5', { state: 'left', left: 'rule-keeps' }),
    line('6', { state: 'left', left: 'rule-keeps' }),
    line('7', { state: 'left', left: 'never-opens' }),
  ];
  const sum = {
    moves: [
      { what: 'hold', from: '2026-03-03', to: '2026-03-05', count: 1 },
      { what: 'loan', from: '2026-03-02', to: '2026-03-05', count: 1 },
      { what: 'loan', from: '2026-03-03', to: '2026-03-05', count: 2 },
    ],
    left: { 'rule-keeps': 2, 'never-opens': 1 },
    held: { 'due-soon': 1, overdue: 2 },
    counts: { planned: 3, done: 1, left: 3 },
  };
  expect(sumOf(lines)).toEqual(sum);
  expect(sumOf(lines.toReversed()).moves).toEqual(sum.moves);
});
