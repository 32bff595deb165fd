import type { RequesterState, SupplierState } from './states.ts';
import { TABLE } from './transitions.ts';
import type { Side } from './triggers.ts';
import { ATTENTION_GROUPS, isUsualNext, WORK, WORK_GROUPS, workGroupOf, workGroups } from './work-groups.ts';
import { actionsFor, arrowsOf, needsAttention, stateRow } from './workflow.ts';

type State = RequesterState | SupplierState;
const states = (['requester', 'supplier'] as const).flatMap((side) =>
  (Object.keys(TABLE[side]) as State[]).map((state): [Side, State] => [side, state]),
);
const open = states.filter(([side, state]) => stateRow(side, state)?.final !== true);

test('every state that is not an end is in exactly one group, and an end in none', () => {
  const named = (['requester', 'supplier'] as const).flatMap((side) =>
    Object.keys(WORK[side]).map((state) => `${side} ${state}`),
  );
  expect(named.toSorted()).toEqual(open.map(([side, state]) => `${side} ${state}`).toSorted());
  expect(
    states.filter(
      ([side, state]) => (workGroupOf(side, state) === undefined) !== !open.some(([s, n]) => s === side && n === state),
    ),
  ).toEqual([]);
});

test('a state that waits for staff by the table is never in the waiting group, and vice versa', () => {
  const wrong = open.filter(
    ([side, state]) => needsAttention(state, side) === (workGroupOf(side, state) === 'waiting'),
  );
  expect(wrong).toEqual([]);
});

/** States without a due day of our own: the supplier counts the days of what it has lent, and reports them. */
const COUNTED_BY_THE_OTHER = ['requester lent'];

test('a state in the waiting group starts a timer, so that silence requires attention', () => {
  const waits = open.filter(([side, state]) => workGroupOf(side, state) === 'waiting');
  const untimed = waits.flatMap(([side, state]) => {
    const entries = arrowsOf(side).filter(({ from, to }) => to === state && from !== to);
    return entries.some(({ timer }) => timer === undefined) ? [`${side} ${state}`] : [];
  });
  expect(untimed).toEqual(COUNTED_BY_THE_OTHER);
});

test('every group is in use, and every attention that the table sets has a group other than waiting', () => {
  const used = new Set([...open.map(([side, state]) => workGroupOf(side, state)), ...Object.values(ATTENTION_GROUPS)]);
  expect(workGroups.filter((group) => !used.has(group))).toEqual([]);
  const set = states.flatMap(([side]) => arrowsOf(side)).flatMap(({ attention }) => attention ?? []);
  expect([...new Set(set)].filter((one) => ATTENTION_GROUPS[one] === 'waiting')).toEqual([]);
});

test('an attention moves waiting requests, not our own work; an undelivered message comes before all', () => {
  expect(workGroupOf('requester', 'shipped', 'arrival-late')).toBe('late');
  expect(workGroupOf('requester', 'lent', 'renewal-refused')).toBe('notices');
  expect(workGroupOf('requester', 'received', 'overdue')).toBe('overdue');
  expect(workGroupOf('requester', 'returned-by-patron', 'ship-back-late')).toBe('to-send-home');
  expect(workGroupOf('supplier', 'request-received', 'reply-late')).toBe('to-answer');
  expect(workGroupOf('supplier', 'will-supply', 'message-undelivered')).toBe('undelivered');
  expect(workGroupOf('requester', 'completed', 'arrival-late')).toBeUndefined();
});

test('finding I2: a message that did not arrive needs staff also after the end', () => {
  expect(workGroupOf('requester', 'completed', 'message-undelivered')).toBe('undelivered');
  expect(workGroupOf('supplier', 'unfilled', 'message-undelivered')).toBe('undelivered');
});

test('the usual next step is one that the state allows, and at most one per service', () => {
  for (const service of ['loan', 'copy'] as const) {
    const counted = open.map(([side, state]) => ({
      state: `${side} ${state}`,
      allowed: actionsFor(state, side, service).filter(({ trigger }) => isUsualNext(side, state, trigger)).length,
    }));
    expect(counted.filter(({ allowed }) => allowed > 1)).toEqual([]);
  }
  const named = (['requester', 'supplier'] as const).flatMap((side) =>
    Object.entries(WORK[side]).flatMap(([state, { next = [] }]) =>
      next.map((trigger) => ({ side, state: state as State, trigger })),
    ),
  );
  const barred = named.filter(
    ({ side, state, trigger }) => !actionsFor(state, side).some((action) => action.trigger === trigger),
  );
  expect(barred).toEqual([]);
});

test('each group has a description', () => {
  for (const { label, meaning } of Object.values(WORK_GROUPS))
    expect([label.length, meaning.length].every((n) => n > 3)).toBe(true);
});
