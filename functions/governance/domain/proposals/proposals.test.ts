import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { LONGEST_STATEMENT, mayEdit, meetingOfReview, sidesFor } from './after-the-vote.ts';
import { type Amendment, afterAcceptance, amendmentFault } from './amendments.ts';
import { inForceAt, laterDecided } from './effect.ts';
import { isOrderOnly, reBase } from './re-basing.ts';
import { lackingSupport, withSupport, withText } from './text-versions.ts';

const zone = 'America/New_York';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('Texts and amendments', () => {
  test('G59 An edited text has no supporters until each confirms the new version', () => {
    let versions = withText([], 'h1');
    for (const memberId of ['a', 'b', 'c', 'd']) versions = withSupport(versions, { memberId, number: 1 }) ?? versions;
    expect(lackingSupport(versions, 3)).toBe(0);
    const edited = withText(versions, 'h2');
    expect([edited.length, lackingSupport(edited, 3)]).toEqual([2, 3]);
    expect(withSupport(edited, { memberId: 'a', number: 1 })).toBeUndefined();
    const confirmed = withSupport(withSupport(edited, { memberId: 'a', number: 2 }) ?? [], {
      memberId: 'a',
      number: 2,
    });
    expect(lackingSupport(confirmed ?? [], 3)).toBe(2);
    expect(withText(edited, 'h2')).toEqual(edited);
  });
  test('G59 No amendment is proposed from its deadline on', () => {
    const open = { state: 'open', amendUntil: '2026-05-01T04:00:00.000Z' } as const;
    expect(amendmentFault(open, '2026-05-01T03:59:59.999Z')).toBeUndefined();
    expect(amendmentFault(open, '2026-05-01T04:00:00.000Z')).toBe('amendments-closed');
    expect(amendmentFault({ state: 'final' }, '2026-04-01T00:00:00.000Z')).toBe('not-open');
  });
  test('G60 An accepted amendment makes another of the same value obsolete, and leaves one of another value', () => {
    const amendment = (amendmentId: string, at: string, to: unknown): Amendment => ({
      ...{ amendmentId, state: 'evaluating', changes: [{ at, to }] },
    });
    const before = [
      ...[
        amendment('a', '/rules/dvd/cap', 800),
        amendment('b', '/rules/dvd/cap', 900),
        amendment('c', '/rules/dvd/finePerDay', 20),
      ],
      ...[
        amendment('d', '/rules/dvd', { cap: 700 }),
        amendment('e', '/rules/dvd/cap', 800),
        amendment('f', '/rules/dvdx/cap', 1),
      ],
    ];
    expect(afterAcceptance(before, 'a').map(({ state }) => state)).toEqual([
      ...['accepted', 'obsolete', 'evaluating', 'obsolete', 'evaluating', 'evaluating'],
    ]);
    expect(afterAcceptance(afterAcceptance(before, 'a'), 'b')).toEqual(afterAcceptance(before, 'a'));
  });
});

describe('Proposals on a policy that changed', () => {
  const base = { limits: { loans: 20, holds: 10 }, grace: 3, groups: ['dvd'] };
  test('G61 What only one side changed is taken, and what both changed differently is a conflict with all three values', () => {
    const proposed = { ...base, limits: { loans: 30, holds: 10 }, grace: 5 };
    const now = { ...base, limits: { loans: 25, holds: 15 }, groups: ['dvd', 'cd'] };
    expect(reBase(base, proposed, now)).toEqual({
      body: { limits: { loans: 30, holds: 15 }, grace: 5, groups: ['dvd', 'cd'] },
      conflicts: [{ at: '/limits/loans', base: 20, proposed: 30, now: 25 }],
    });
  });
  test('G61 A proposal on an unchanged policy is itself, and one that changes nothing is what is in force', () => {
    const body = fc.dictionary(
      fc.constantFrom('a', 'b', 'c/d', 'e~f'),
      fc.oneof(
        fc.integer(),
        fc.array(fc.integer(), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('x', 'y'), fc.integer()),
      ),
    );
    fc.assert(
      fc.property(body, body, (one, other) => {
        expect(reBase(one, other, one)).toEqual({ body: other, conflicts: [] });
        expect(reBase(one, one, other)).toEqual({ body: other, conflicts: [] });
        expect(reBase(one, other, other)).toEqual({ body: other, conflicts: [] });
      }),
    );
  });
  test('G62 A version that was decided before and begins later is found, so that the ballot asks whether it ends too', () => {
    const five = { version: 5, from: '2027-01-01T05:00:00.000Z', decidedAt: '2026-06-01T00:00:00.000Z' };
    const six = { version: 6, from: '2026-12-01T05:00:00.000Z', decidedAt: '2026-11-01T00:00:00.000Z' };
    expect(laterDecided([five], six.from)).toEqual([five]);
    const at = (decided: (typeof five)[], when: string) => inForceAt(zone, decided, when)?.version;
    expect([at([five, six], '2026-12-15T00:00:00.000Z'), at([five, six], '2027-01-15T00:00:00.000Z')]).toEqual([6, 5]);
    expect(at([six], '2027-01-15T00:00:00.000Z')).toBe(6);
  });
  test('G64 After its sunset the version before applies again, unless another was decided since', () => {
    const six = { version: 6, from: '2026-01-01T05:00:00.000Z', decidedAt: '2025-12-01T00:00:00.000Z' };
    const seven = {
      version: 7,
      from: '2027-01-01T05:00:00.000Z',
      decidedAt: '2026-12-01T00:00:00.000Z',
      untilDay: '2027-06-30',
    };
    const eight = { version: 8, from: '2027-05-01T04:00:00.000Z', decidedAt: '2027-04-01T00:00:00.000Z' };
    const at = (decided: (typeof six)[], when: string) => inForceAt(zone, decided, when)?.version;
    expect([at([six, seven], '2027-07-01T03:59:59.999Z'), at([six, seven], '2027-07-01T04:00:00.000Z')]).toEqual([
      7, 6,
    ]);
    expect(at([six, seven, eight], '2027-07-01T04:00:00.000Z')).toBe(8);
  });
  test('G65 Rules that only changed places are distinguished from rules that changed', () => {
    const rules = [
      { id: 'a', days: 14 },
      { id: 'b', days: 21 },
    ];
    expect(isOrderOnly(rules, rules.toReversed())).toBe(true);
    expect([
      isOrderOnly(rules, rules),
      isOrderOnly(rules, [
        { id: 'a', days: 15 },
        { id: 'b', days: 21 },
      ]),
    ]).toEqual([false, false]);
  });
});

describe('Before and after the vote', () => {
  test('G76 The attendance of a meeting is not edited after its minutes were approved', () => {
    const meeting = { meetingId: 'm', day: '2026-05-15' };
    expect([mayEdit(meeting), mayEdit({ ...meeting, approvedAt: '2026-06-12T18:00:00.000Z' })]).toEqual([true, false]);
  });
  test('G77 Both sides are shown to each viewer, in an order that differs between viewers and stays for one', () => {
    const seen = (viewer: string) => sidesFor({ about: 'b1', viewer, hash });
    expect(seen('v1')).toEqual(seen('v1'));
    expect(seen('v1').toSorted()).toEqual(['against', 'for']);
    const first = Array.from({ length: 200 }, (_, i) => seen(`v${i}`)[0]);
    expect(first.filter((side) => side === 'for').length).toBeGreaterThan(60);
    expect(first.filter((side) => side === 'against').length).toBeGreaterThan(60);
    expect(LONGEST_STATEMENT).toBe(2000);
  });
  test('G79 A review appears on the agenda of the last meeting before its day', () => {
    const meetings = ['2026-11-20', '2027-02-19', '2027-03-01', '2027-05-21'].map((day) => ({ meetingId: day, day }));
    expect(meetingOfReview(meetings, '2027-03-01')?.day).toBe('2027-02-19');
    expect(meetingOfReview([], '2027-03-01')).toBeUndefined();
  });
});
