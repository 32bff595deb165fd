import { afterSignOut, type EndedSessions, endedSessionsSchema, isSignedOut } from './session.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const HOUR = 60 * 60_000;

test('a session that ends is listed until none of its tokens can be valid', () => {
  const ended = afterSignOut([], { session: 'one' }, now);
  expect(ended).toEqual([{ session: 'one', until: now / 1000 + 13 * 3600 }]);
  expect(isSignedOut(ended as EndedSessions, 'one')).toBe(true);
  expect(afterSignOut(ended as EndedSessions, { session: 'two' }, now + 14 * HOUR)).toEqual([
    { session: 'two', until: (now + 27 * HOUR) / 1000 },
  ]);
});

test('a session leaves the list in the second in which the last of its tokens ends', () => {
  const one = { session: 'one', until: now / 1000 };
  expect(afterSignOut([one], { session: 'two' }, now - 1)).toContainEqual(one);
  expect(afterSignOut([one], { session: 'two' }, now)).toEqual([{ session: 'two', until: now / 1000 + 13 * 3600 }]);
});

test('ended sessions are stored with their ends, and a list without them is refused', () => {
  const ended = afterSignOut([], { session: 'one' }, now);
  expect(endedSessionsSchema.parse(ended)).toEqual(ended);
  for (const wrong of [{ session: 'one' }, { until: 1 }, {}])
    expect(endedSessionsSchema.safeParse([wrong]).success).toBe(false);
});

test('after twenty sessions in half a day all end, so that the list stays short', () => {
  let ended: EndedSessions | 'all' = [];
  for (let i = 0; i < 20; i += 1) ended = afterSignOut(ended as EndedSessions, { session: `s${i}` }, now + i);
  expect(ended).toHaveLength(20);
  expect(afterSignOut(ended as EndedSessions, { session: 's3' }, now)).toHaveLength(20);
  expect(afterSignOut(ended as EndedSessions, { session: 'another' }, now)).toBe('all');
});

test('a session at a shared desk is listed for a quarter of an hour, since nothing renews it', () => {
  const ended = afterSignOut([], { session: 'one', isAtDesk: true }, now);
  expect(ended).toEqual([{ session: 'one', until: now / 1000 + 17 * 60 }]);
});
