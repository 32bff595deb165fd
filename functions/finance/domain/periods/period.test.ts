import fc from 'fast-check';
import {
  isOver,
  type MeteredFigures,
  newPeriod,
  type Period,
  type PeriodStepInput,
  periodSchema,
  takePeriodStep,
} from './period.ts';
import { periodStates } from './period-states.ts';

const metered: MeteredFigures = {
  ...{ currency: 'USD', total: '100.000000000000', unattributed: '0.100000000000', synthetic: false },
  ...{ provisionalUntil: '2026-11-10', priceBook: 'book/1' },
};
const hash = 'a'.repeat(64);
const now = Date.parse('2026-11-02T00:00:00.000Z');
const inputs: Record<PeriodStepInput['step'], PeriodStepInput> = {
  meter: { step: 'meter', metered },
  reconcile: { step: 'reconcile', metered, reconciliation: { reason: 'Trial month' } },
  approve: { step: 'approve', hash, preparers: ['pat'], latestBill: undefined },
  reopen: { step: 'reopen', reason: 'A library was missing' },
  close: { step: 'close', sealing: ({ steps }) => ({ hash: String(steps.length).repeat(64) }) },
};
const take = (period: Period, step: PeriodStepInput['step'], by: string, more: Partial<PeriodStepInput> = {}) =>
  takePeriodStep(period, step, { ...inputs[step], ...more } as never, { by, now });
const taken = (...args: Parameters<typeof take>): Period => {
  const period = take(...args);
  if ('refused' in period) throw new Error(period.refused[0]?.detail);
  return period;
};
const written = (period: Period): Period => ({
  ...period,
  draft: { hash, statements: 2, currency: 'USD', total: 10_000, due: 0 },
});
const reconciled = () => written(taken(taken(newPeriod('2026-10'), 'meter', 'ann'), 'reconcile', 'bob'));

test('a period goes from open to closed, and stores who took each step and when', () => {
  const closed = taken(taken(reconciled(), 'approve', 'cat'), 'close', 'workflow');
  expect(closed).toMatchObject({ state: 'closed', round: 1, seal: { hash: '4'.repeat(64) } });
  expect(closed.steps.map(({ step, by }) => `${step} ${by}`)).toEqual([
    'meter ann',
    'reconcile bob',
    'approve cat',
    'close workflow',
  ]);
  expect(periodSchema.parse(closed)).toEqual(closed);
});

test('F12 no person approves what they metered or reconciled, even after it was reopened', () => {
  for (const by of ['ann', 'bob'])
    expect(take(reconciled(), 'approve', by)).toMatchObject({ refused: [{ code: 'own-work' }] });
  expect(take(reconciled(), 'approve', 'pat')).toMatchObject({ refused: [{ code: 'own-work' }] });
  const again = written(taken(taken(taken(reconciled(), 'reopen', 'cat'), 'meter', 'dan'), 'reconcile', 'dan'));
  expect(take(again, 'approve', 'ann')).toMatchObject({ refused: [{ code: 'own-work' }] });
  expect(taken(again, 'approve', 'cat').state).toBe('approved');
});

test('a month is metered from an hour after its end, not a millisecond earlier', () => {
  const over = Date.parse('2026-11-01T00:59:59.999Z');
  expect([isOver('2026-10', over), isOver('2026-10', over - 1)]).toEqual([true, false]);
  const early = takePeriodStep(newPeriod('2026-11'), 'meter', { metered }, { by: 'ann', now });
  expect(early).toMatchObject({ refused: [{ code: 'month-open' }] });
});

test('the approval names what was reviewed: written, and by its hash', () => {
  const bare = taken(taken(newPeriod('2026-10'), 'meter', 'ann'), 'reconcile', 'ann');
  expect(take(bare, 'approve', 'cat')).toMatchObject({ refused: [{ code: 'no-statements' }] });
  const other = take(reconciled(), 'approve', 'cat', { hash: 'b'.repeat(64) });
  expect(other).toMatchObject({ refused: [{ code: 'other-statements' }] });
});

test('a month is not approved when a bill came in after it was reconciled, in place of the bill or of the reason', () => {
  const input = (latestBill: string | undefined) => ({ ...inputs.approve, latestBill });
  expect(take(reconciled(), 'approve', 'cat', input('bill-1'))).toMatchObject({ refused: [{ code: 'later-bill' }] });
  const billed = { ...reconciled(), reconciliation: { billId: 'bill-1', billed: '100.000000000000' } };
  expect(take(billed, 'approve', 'cat', input('bill-2'))).toMatchObject({ refused: [{ code: 'later-bill' }] });
  expect(taken(billed, 'approve', 'cat', input('bill-1')).state).toBe('approved');
});

test('figures that changed since they were taken are not reconciled, but taken again', () => {
  const moved = { ...metered, total: '101.000000000000' };
  const period = taken(newPeriod('2026-10'), 'meter', 'ann');
  expect(take(period, 'reconcile', 'ann', { metered: moved })).toMatchObject({ refused: [{ code: 'figures-moved' }] });
  const again = taken(period, 'meter', 'ann', { metered: moved });
  expect(taken(again, 'reconcile', 'ann', { metered: moved }).state).toBe('reconciled');
});

test('a period that is being booked cannot be reopened', () => {
  const booking = { ...taken(reconciled(), 'approve', 'cat'), closing: '2026-11-02T00:00:00.000Z' };
  expect(take(booking, 'reopen', 'cat')).toMatchObject({ refused: [{ code: 'being-booked' }] });
});

test('a reopened period has its history and no figures', () => {
  const open = taken(reconciled(), 'reopen', 'cat');
  expect(Object.keys(open).toSorted()).toEqual(['month', 'round', 'state', 'steps']);
  expect(open.steps.at(-1)).toMatchObject({ step: 'reopen', reason: 'A library was missing' });
});

test('of any sequence of steps, each step taken is in the table and none leaves closed', () => {
  const step = fc.constantFrom(...(Object.keys(inputs) as PeriodStepInput['step'][]));
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.constantFrom('ann', 'bob', 'cat')), { maxLength: 20 }), (tries) => {
      let period = newPeriod('2026-10');
      for (const [name, by] of tries) {
        const after = take(period.state === 'reconciled' ? written(period) : period, name, by);
        if ('refused' in after) continue;
        const { state: from } = period;
        expect(periodStates.transitions).toContainEqual(
          expect.objectContaining({ from, trigger: name, to: after.state }),
        );
        expect(from).not.toBe('closed');
        period = after;
      }
    }),
  );
});

/** Returns the sentences with which a step is refused. */
const refusals = (period: Period, step: PeriodStepInput['step'], by: string, more: Partial<PeriodStepInput> = {}) => {
  const outcome = take(period, step, by, more);
  return 'refused' in outcome ? outcome.refused : [];
};

test('each refusal has one code, and a sentence that names the cause', () => {
  const open = newPeriod('2026-10');
  const taken_ = taken(open, 'meter', 'ann');
  const bare = taken(taken_, 'reconcile', 'ann');
  const booking = { ...taken(reconciled(), 'approve', 'cat'), closing: '2026-11-02T00:00:00.000Z' };
  const moved = { metered: { ...metered, total: '101.000000000000' } };
  const found = [
    refusals(open, 'approve', 'cat'),
    refusals(newPeriod('2026-11'), 'meter', 'ann'),
    refusals(taken_, 'reconcile', 'ann', moved),
    refusals(reconciled(), 'approve', 'ann'),
    refusals(reconciled(), 'approve', 'cat', { latestBill: 'bill-1' }),
    refusals(bare, 'approve', 'cat'),
    refusals({ ...bare, blocked: 'The rate of EUR is missing.' }, 'approve', 'cat'),
    refusals(reconciled(), 'approve', 'cat', { hash: 'b'.repeat(64) }),
    refusals(booking, 'reopen', 'cat'),
  ];
  expect(found.map(([one]) => `${one?.code}: ${one?.detail}`)).toEqual([
    'wrong-state: A period that is open has no step approve.',
    'month-open: It is metered an hour after 2026-11-30T23:59:59.999Z.',
    'figures-moved: More use came in since the figures were taken: meter the month again.',
    'own-work: Who had a part in preparing a period does not approve it.',
    'later-bill: A bill came in since: open the month again and reconcile it.',
    'no-statements: Its statements are still being written.',
    'no-statements: The rate of EUR is missing.',
    'other-statements: The statements are not those looked at.',
    'being-booked: Its statements are being booked: it will be closed in a moment.',
  ]);
  expect(found.every(({ length }) => length === 1)).toBe(true);
});

test('a period without its figures is not reconciled', () => {
  const { metered: _, ...without } = taken(newPeriod('2026-10'), 'meter', 'ann');
  expect(refusals(without, 'reconcile', 'ann')).toMatchObject([{ code: 'figures-moved' }]);
});

test('a stored period with a malformed amount, hash, reason or bill is not read', () => {
  const whole: Period = {
    ...taken(taken(reconciled(), 'approve', 'cat'), 'close', 'workflow'),
    ...{ metered, reconciliation: { billId: 'bill-1', billed: '100.000000000000' } },
    seal: { hash, previous: { month: '2026-09', hash } },
  };
  expect(periodSchema.parse(whole)).toEqual(whole);
  const [step] = whole.steps;
  const malformed: object[] = [
    { metered: { ...metered, total: 'x100.000000000000' } },
    { metered: { ...metered, total: '100.0000000000001' } },
    { seal: { hash: `${hash}0` } },
    { seal: { hash: `0${hash}` } },
    { seal: { hash, previous: {} } },
    { reconciliation: {} },
    { reconciliation: { billId: '', billed: '100.000000000000' } },
    { reconciliation: { reason: '' } },
    { reconciliation: { reason: 'x'.repeat(501) } },
    { steps: [{ ...step, by: '' }] },
    { steps: [{ ...step, reason: '' }] },
    { steps: [{ ...step, reason: 'x'.repeat(501) }] },
    { round: -1 },
  ];
  for (const part of malformed) expect(periodSchema.safeParse({ ...whole, ...part }).success).toBe(false);
});

test('the table of states names who takes each step', () => {
  expect(periodStates).toMatchObject({ of: 'period', initial: ['open'], final: ['closed'] });
  expect(periodStates.transitions.map(({ from, trigger, by }) => `${from} ${trigger}: ${by}`)).toEqual([
    'open meter: preparer',
    'metered meter: preparer',
    'metered reconcile: preparer',
    'reconciled approve: approver',
    'approved close: engine',
    'metered reopen: approver',
    'reconciled reopen: approver',
    'approved reopen: approver',
  ]);
});
