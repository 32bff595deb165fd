import fc from 'fast-check';
import {
  type Contribution,
  contribute,
  correctedSum,
  type Dispute,
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
const add = (dispute: Dispute | undefined, contribution: Contribution) =>
  contribute(dispute, place, contribution, LINE) as Dispute;
const begun = add(undefined, member);
const promised = add(begun, upheld);
const correction = (amount: number, by = second, month = '2026-11') => ({
  ...{ month, lineId: `correction-2026-10-${place.lineId}`, amount, by },
});
const correct = (dispute: Dispute, ...all: Parameters<typeof correction>) =>
  withCorrection(dispute, correction(...all)) as Dispute;

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
