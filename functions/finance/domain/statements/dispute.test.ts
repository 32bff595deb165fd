import fc from 'fast-check';
import { type Contribution, contribute, type Dispute } from './dispute.ts';

const place = { memberId: 'law', month: '2026-10', lineId: 'direct-own-search' };
const at = '2026-11-10T10:00:00.000Z';
const member: Contribution = { at, by: 'staff:stf_1', side: 'member', text: 'We were closed that week.' };
const upheld: Contribution = { at, by: 'staff:stf_2', side: 'consortium', text: 'You were.', decides: 'upheld' };
const begun = contribute(undefined, place, member) as Dispute;

test('the member begins, the consortium decides, and any later message of the member reopens it', () => {
  expect(contribute(undefined, place, upheld)).toBe('not-disputed');
  expect(begun).toMatchObject({ state: 'open', since: at, thread: [member] });
  const decided = contribute(begun, place, upheld) as Dispute;
  expect(decided).toMatchObject({ state: 'upheld', thread: [member, upheld] });
  expect(contribute(decided, place, upheld)).toBe('nothing-to-answer');
  expect(contribute(decided, place, member)).toMatchObject({ state: 'open', thread: [member, upheld, member] });
});

test('a message of the consortium without a decision leaves the state as it is', () => {
  const { decides: _, ...asking } = upheld;
  expect(contribute(begun, place, asking)).toMatchObject({ state: 'open' });
});

test('no message is ever lost', () => {
  const any = fc.constantFrom(member, upheld, { ...upheld, decides: 'rejected' as const });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 120 }), (all) => {
      let dispute: Dispute = begun;
      for (const contribution of all) {
        const after = contribute(dispute, place, contribution);
        if (typeof after === 'string') continue;
        expect(after.thread.slice(0, -1)).toEqual(dispute.thread);
        dispute = after;
      }
      expect(dispute.thread.length).toBeLessThanOrEqual(100);
    }),
  );
});
