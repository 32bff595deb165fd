import fc from 'fast-check';
import { type Contribution, contribute, corrected, type Dispute, uncorrected } from './dispute.ts';

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

test('finding F5: an upheld line is corrected or declined by a person other than the one who upheld it', () => {
  const decided = contribute(begun, place, upheld) as Dispute;
  const declines: Contribution = { ...upheld, decides: 'rejected', text: 'The dues say otherwise.' };
  expect(contribute(decided, place, declines)).toBe('own-decision');
  expect(contribute(decided, place, { ...declines, by: 'staff:stf_3' })).toMatchObject({ state: 'rejected' });
  expect(corrected(decided, { by: upheld.by, month: '2026-11' })).toBe('own-decision');
  const done = corrected(decided, { by: 'staff:stf_3', month: '2026-11' }) as Dispute;
  expect(done).toMatchObject({ state: 'corrected', correctedIn: '2026-11', thread: decided.thread });
  expect(corrected(done, { by: 'staff:stf_3', month: '2026-12' })).toBeUndefined();
  // Withdrawn before that month's statements are written, the promise stands again.
  expect(uncorrected(done, '2026-12')).toBeUndefined();
  expect(uncorrected(done, '2026-11')).toEqual(decided);
  expect(contribute(done, place, member)).toEqual({ ...begun, thread: [...decided.thread, member] });
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
