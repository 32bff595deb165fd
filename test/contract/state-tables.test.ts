import { periodStates } from '../../functions/finance/domain/periods/period-states.ts';
import { mermaid, movers, type StateTable, traps, unreachable } from '../../functions/items/domain/state-table.ts';
import { transitStates } from '../../functions/items/domain/transit-states.ts';
import { holdStates } from '../../functions/items/public/hold-states.ts';
import { itemStates } from '../../functions/items/public/item-states.ts';
import { loanStateOf } from '../../functions/items/public/loan-state-of.ts';
import { loanStates } from '../../functions/items/public/loan-states.ts';
import { stateTable } from '../../functions/items/public/state-table.ts';
import { aLentItem, anItem, monday } from '../builders/circulation.ts';

const tables: StateTable<string>[] = [itemStates, holdStates, loanStates, transitStates, periodStates];

test.each(tables.map((table) => [table.of, table] as const))(
  'every state of %s can be reached and left',
  (_, table) => {
    expect({ unreachable: unreachable(table), traps: traps(table) }).toEqual({ unreachable: [], traps: [] });
    for (const meaning of Object.values(table.states)) expect(meaning).toMatch(/^[A-Z].*\.$/);
  },
);

test.each(tables.map((table) => [table.of, table] as const))(
  'every step of %s names its trigger and actor, and is listed once',
  (_, table) => {
    const steps = table.transitions.map(({ from, trigger, to }) => `${from} ${trigger} ${to}`);
    expect(new Set(steps).size).toBe(steps.length);
    for (const { trigger, by } of table.transitions) {
      expect(trigger).not.toBe('');
      expect(Object.keys(movers)).toContain(by);
    }
  },
);

test('a table with an unreachable state is detected', () => {
  const broken = stateTable({
    of: 'toy',
    states: { start: 'A.', pit: 'B.', island: 'C.', end: 'D.' },
    initial: ['start'],
    final: ['end'],
    transitions: [
      { from: 'start', trigger: 'fall', to: 'pit', by: 'clock' },
      { from: 'island', trigger: 'swim', to: 'end', by: 'desk' },
    ],
  });
  expect([unreachable(broken), traps(broken)]).toEqual([
    ['island', 'end'],
    ['start', 'pit'],
  ]);
});

test('a table is rendered as a diagram', () => {
  const toy = stateTable({
    of: 'toy',
    states: { 'in-box': 'New; unread.', out: 'Used.' },
    initial: ['in-box'],
    final: ['out'],
    transitions: [{ from: 'in-box', trigger: 'open: by hand', to: 'out', by: 'desk' }],
  });
  expect(mermaid(toy)).toBe(
    'stateDiagram-v2\n  in_box: in-box<br/>New, unread.\n  out: out<br/>Used.\n  [*] --> in_box\n  in_box --> out: open, by hand\n  out --> [*]\n',
  );
});

test('the state of a loan is derived from its item', () => {
  expect(loanStateOf(anItem(), monday)).toBe('closed');
  expect(loanStateOf(aLentItem(), monday)).toBe('overdue');
  expect(loanStateOf(aLentItem({ due: '2026-03-30T21:59:59.000Z' }), monday)).toBe('open');
  expect(loanStateOf(aLentItem({}, { state: 'lost' }), monday)).toBe('lost');
  expect(loanStateOf(aLentItem({}, { state: 'claimed-returned' }), monday)).toBe('claimed');
});
