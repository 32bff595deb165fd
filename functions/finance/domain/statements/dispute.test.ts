import fc from 'fast-check';
import {
  type Contribution,
  contribute,
  correctedSum,
  type Dispute,
  type DisputeRefusal,
  disputeSchema,
  pendingOf,
  withCorrection,
  withoutCorrection,
} from './dispute.ts';

const place = { memberId: 'law', month: '2026-10', lineId: 'direct-own-search' };
const at = '2026-11-10T10:00:00.000Z';
const member: Contribution = { at, by: 'staff:stf_1', side: 'member', text: 'We were closed that week.' };
const reopening: Contribution = { ...member, reopens: true };
const upheld: Contribution = {
  ...{ at, by: 'staff:stf_2', side: 'consortium', text: 'You were.', decides: 'upheld', amount: 500 },
};
const { amount: _, ...answer } = upheld;
const rejected: Contribution = { ...answer, decides: 'rejected', text: 'The dues say otherwise.' };
const [second, third] = ['staff:stf_3', 'staff:stf_4'];
const LINE = 1000;
/** Returns a dispute or a refusal; a dispute must have the form in which it is stored. */
const stored = <T extends Dispute | DisputeRefusal | undefined>(after: T): T => {
  if (typeof after === 'object') expect(disputeSchema.parse(after)).toEqual(after);
  return after;
};
const add = (dispute: Dispute | undefined, contribution: Contribution) =>
  stored(contribute(dispute, place, contribution, LINE)) as Dispute;
const begun = add(undefined, member);
const promised = add(begun, upheld);
const correction = (amount: number, by = second, month = '2026-11') => ({
  ...{ month, lineId: `correction-2026-10-${place.lineId}`, amount, by },
});
const correct = (dispute: Dispute, ...all: Parameters<typeof correction>) =>
  stored(withCorrection(dispute, correction(...all))) as Dispute;

test('the member begins, and the consortium decides once', () => {
  expect(add(undefined, upheld)).toBe('not-disputed');
  expect(begun).toMatchObject({ state: 'open', since: at, thread: [member] });
  expect(promised).toMatchObject({ state: 'upheld', upheldAmount: 500, thread: [member, upheld] });
  expect(add(promised, upheld)).toBe('nothing-to-answer');
  expect(add(begun, { ...upheld, amount: LINE + 1 })).toBe('beyond-line');
});

test('a message of the consortium without a decision leaves the state as it is', () => {
  const { decides: _decides, ...asking } = answer;
  expect(add(begun, asking)).toMatchObject({ state: 'open' });
  expect(add(promised, asking)).toMatchObject({ state: 'upheld' });
});

describe('finding F5: an upheld dispute', () => {
  test('stays upheld after a comment of the member; only the explicit choice reopens it', () => {
    expect(add(promised, member)).toEqual({ ...promised, thread: [...promised.thread, member] });
    expect(add(promised, reopening)).toEqual({ ...begun, thread: [...promised.thread, reopening] });
    expect(add(add(begun, rejected), member)).toMatchObject({ state: 'rejected' });
    expect(add(add(begun, rejected), reopening)).toMatchObject({ state: 'open' });
    expect(add(begun, reopening)).toEqual({ ...begun, thread: [member, member] });
  });

  test('waits until corrections of other persons sum to the upheld amount', () => {
    expect(correct(promised, 500, upheld.by)).toBe('own-decision');
    const part = correct(promised, 1);
    expect(part).toMatchObject({ state: 'upheld', corrections: [{ amount: 1 }] });
    const done = correct(part, 499, third, '2026-12');
    expect(done).toMatchObject({ state: 'corrected', correctedIn: '2026-12', thread: promised.thread });
    // A correction to the member's loss takes the promise back, and the dispute waits again.
    expect(correct(done, -1)).toMatchObject({ state: 'upheld' });
    expect(correct(done, -1, upheld.by)).toBe('own-decision');
    expect(withoutCorrection(done, { ...correction(0), month: '2027-01' })).toBeUndefined();
    expect(withoutCorrection(done, { ...correction(0), month: '2026-12' })).toEqual(part);
    expect(withoutCorrection(part, correction(0))).toEqual(promised);
  });

  test('is declined, for what is not corrected yet, by another person, also after it was reopened', () => {
    const reopened = add(promised, reopening);
    for (const one of [promised, reopened, correct(promised, 1)]) {
      expect(add(one, rejected)).toBe('own-decision');
      expect(add(one, { ...rejected, by: second })).toMatchObject({ state: 'rejected' });
    }
    expect(add(reopened, { ...upheld, amount: 499 })).toBe('own-decision');
    expect(add(reopened, { ...upheld, amount: 600 })).toMatchObject({ state: 'upheld', upheldAmount: 600 });
    expect(add(reopened, { ...upheld, amount: 400, by: second })).toMatchObject({ upheldAmount: 400 });
  });

  test('is never both corrected and confirmed by one person', () => {
    const early = correct(begun, 500, upheld.by);
    expect(early).toMatchObject({ state: 'open' });
    expect(add(early, upheld)).toBe('own-decision');
    expect(add(early, { ...upheld, by: second })).toMatchObject({ state: 'corrected' });
  });
});

test('the member may withhold the line until it is answered, and the upheld amount until it is billed', () => {
  const billed =
    (...months: string[]) =>
    (month: string) =>
      months.includes(month);
  const part = correct(promised, 200);
  const done = correct(part, 300, third, '2026-12');
  const cases: [Dispute, string[], number][] = [
    [begun, [], LINE],
    [promised, [], 500],
    [part, [], 500],
    [part, ['2026-11'], 300],
    [done, ['2026-11'], 300],
    [done, ['2026-11', '2026-12'], 0],
    [add(begun, rejected), [], 0],
    [add(part, { ...rejected, by: third }), [], 200],
    [add(part, { ...rejected, by: third }), ['2026-11'], 0],
    [add(done, reopening), ['2026-11', '2026-12'], LINE - 500],
  ];
  for (const [dispute, months, left] of cases) expect(pendingOf(dispute, LINE, billed(...months))).toBe(left);
});

test('a dispute that was upheld before amounts were stored ends with any correction, and is billed with it', () => {
  const old = add(begun, answer);
  expect(old).toStrictEqual({ ...begun, state: 'upheld', thread: [member, answer] });
  const pending = (dispute: Dispute, amount: number, ...months: string[]) =>
    pendingOf(dispute, amount, (month) => months.includes(month));
  expect([pending(old, LINE, '2026-11'), pending(old, -LINE)]).toEqual([LINE, 0]);
  expect(correct(old, 0)).toMatchObject({ state: 'upheld' });
  const done = correct(old, 1);
  expect(done).toMatchObject({ state: 'corrected', correctedIn: '2026-11' });
  expect([pending(done, LINE), pending(done, LINE, '2026-11')]).toEqual([LINE, 0]);
});

test('nothing is withheld below zero: of a line in favour of the member, or where corrections exceed what was disputed', () => {
  const all = () => true;
  expect(pendingOf(begun, -LINE, all)).toBe(0);
  expect(pendingOf(correct(begun, LINE + 1), LINE, all)).toBe(0);
  // More than the upheld amount was corrected: all of it is withheld until it is billed.
  const more = correct(promised, 700);
  expect([pendingOf(more, LINE, () => false), pendingOf(more, LINE, all)]).toEqual([700, 0]);
  const taken = add(correct(promised, -200), { ...rejected, by: second });
  expect(pendingOf(taken, LINE, () => false)).toBe(0);
});

test('corrections are entered and withdrawn by month and line, and only for a disputed line', () => {
  expect(withCorrection(undefined, correction(5))).toBeUndefined();
  expect(withoutCorrection(undefined, correction(5))).toBeUndefined();
  expect(withoutCorrection(begun, correction(5))).toBeUndefined();
  const two = correct(correct(promised, 100), 200, third, '2026-12');
  expect(withoutCorrection(two, { ...correction(0), lineId: 'credit-outage' })).toBeUndefined();
  expect(stored(withoutCorrection(two, correction(0)))?.corrections).toEqual([correction(200, third, '2026-12')]);
  expect(stored(withoutCorrection(correct(begun, 5), correction(5)))).toStrictEqual(begun);
});

test('the person who corrected a line does not confirm it; a line is upheld up to its whole amount', () => {
  expect(add(begun, { ...upheld, amount: LINE })).toMatchObject({ state: 'upheld', upheldAmount: LINE });
  const early = correct(correct(begun, 5, upheld.by), 5, third);
  expect(add(early, upheld)).toBe('own-decision');
  expect(add(early, { ...rejected, by: upheld.by })).toMatchObject({ state: 'rejected' });
  expect(add(add(begun, rejected), { ...rejected, by: second })).toBe('nothing-to-answer');
  expect(add(correct(promised, 500), rejected)).toBe('nothing-to-answer');
  // Raising what was upheld is no decision against it.
  expect(add(add(promised, reopening), upheld)).toMatchObject({ state: 'upheld', upheldAmount: 500 });
});

test('a member begins a dispute without reopening anything, and the consortium reopens none', () => {
  expect(add(undefined, reopening)).toStrictEqual(begun);
  expect(add(promised, { ...answer, decides: 'rejected', reopens: true, by: second })).toMatchObject({
    state: 'rejected',
  });
  const { decides: _decides, ...asking } = answer;
  expect(add(promised, { ...asking, reopens: true })).toMatchObject({ state: 'upheld' });
});

test('a thread has at most 100 contributions, each of 1 to 2000 characters', () => {
  const full = { ...begun, thread: Array(100).fill(member) };
  expect(add(full, member)).toBe('thread-full');
  expect(add({ ...begun, thread: Array(99).fill(member) }, member).thread).toHaveLength(100);
  const accepts = (over: object) => disputeSchema.safeParse({ ...begun, ...over }).success;
  const text = (length: number) => ({ thread: [{ ...member, text: 'x'.repeat(length) }] });
  expect([text(1), text(2000), text(0), text(2001)].map(accepts)).toEqual([true, true, false, false]);
  const others = [
    ...[{ thread: [] }, { upheldAmount: 0 }, { state: 'closed' }, { other: 1 }, { since: 'today' }, { month: '2026' }],
    ...[{ thread: [{ ...member, reopens: false }] }, { thread: [{ ...member, side: 'patron' }] }],
    ...[{ thread: [{ ...member, other: 1 }] }, { thread: [{ ...member, decides: 'open' }] }],
    ...[{ corrections: [{ month: '2026-11', lineId: 'a', amount: 1.5, by: 'x' }] }, { correctedIn: 'x' }],
    ...[{ corrections: [{ month: '2026-11', lineId: 'a', amount: 1, by: 'x', other: 1 }] }],
  ];
  expect(others.filter(accepts)).toEqual([]);
});

test('no message is ever lost', () => {
  const any = fc.constantFrom(member, reopening, upheld, rejected, { ...rejected, by: second });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 120 }), (all) => {
      let dispute: Dispute = begun;
      for (const contribution of all) {
        const after = contribute(dispute, place, contribution, LINE);
        if (typeof after === 'string') continue;
        expect(after.thread.slice(0, -1)).toEqual(dispute.thread);
        dispute = after;
      }
      expect(dispute.thread.length).toBeLessThanOrEqual(100);
    }),
  );
});

test('finding F5: whatever happens, no person ends alone what the same person upheld', () => {
  const by = fc.constantFrom(upheld.by, second);
  const amount = fc.integer({ min: 1, max: LINE });
  const act = fc.oneof(
    fc.constant({ say: member }),
    fc.constant({ say: reopening }),
    fc.record({ by, amount }).map((one) => ({ say: { ...upheld, ...one } })),
    by.map((one) => ({ say: { ...rejected, by: one } })),
    fc.record({ by, amount: fc.integer({ min: -LINE, max: LINE }) }).map((one) => ({ entered: one })),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let dispute: Dispute = begun;
      for (const one of acts) {
        const after =
          'say' in one
            ? contribute(dispute, place, one.say, LINE)
            : withCorrection(dispute, correction(one.entered.amount, one.entered.by));
        if (after === undefined || typeof after === 'string') continue;
        dispute = after;
        const last = dispute.thread.findLast(({ decides }) => decides === 'upheld');
        const answers = dispute.thread.filter(({ decides }) => decides !== undefined);
        if (dispute.state === 'rejected' && last) expect(answers.at(-1)?.by).not.toBe(last.by);
        if (dispute.state !== 'corrected') continue;
        expect(correctedSum(dispute)).toBeGreaterThanOrEqual(dispute.upheldAmount ?? 0);
        expect(dispute.corrections?.map((entered) => entered.by)).not.toContain(last?.by);
      }
    }),
  );
});
