import { goesOn, MOST_SESSIONS, newSession, placeFor, placeOf, type Session } from './session.ts';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const minutes = 60_000;
const epoch = 5;
const device = { kind: 'phone', browser: 'safari' } as const;
const begun = (place: string, at = now, of = epoch): Session =>
  newSession(place, { secret: 's', epoch: of, device }, at);
const places = Array.from({ length: MOST_SESSIONS }, (_, i) => String(i).padStart(2, '0'));

test('a session is named by its place and a secret, and lasts as long as its last token can be good', () => {
  expect(begun('07')).toEqual({
    ...{ session: '07.s', epoch, device },
    ...{ signedInAt: '2026-03-02T10:00:00.000Z', refreshedAt: '2026-03-02T10:00:00.000Z' },
    expiresAt: Date.parse('2026-03-02T22:15:00.000Z') / 1000,
  });
});

test.each(['07.s', '19.a-_Z9'])('%s has a place', (session) => {
  expect(placeOf(session)).toBe(session.slice(0, 2));
});

test.each(['', 'ses_1', '20.s', '7.s', '07.', '07.s#', `07.${'s'.repeat(65)}`, 'x07.s'])(
  '“%s” is no id of a session',
  (session) => {
    expect(placeOf(session)).toBeUndefined();
  },
);

test('a session goes on until the PIN or the card is another, the PIN is gone, or its time is over', () => {
  const one = begun('00');
  expect(goesOn(one, epoch, now)).toBe(true);
  expect(goesOn(one, epoch + 1, now)).toBe(false);
  expect(goesOn(one, undefined, now)).toBe(false);
  expect(goesOn(one, epoch, one.expiresAt * 1000 - 1)).toBe(true);
  expect(goesOn(one, epoch, one.expiresAt * 1000)).toBe(false);
});

test('a new session takes a free place, and different secrets begin to look at different ones', () => {
  const full = places.slice(1).map((place) => begun(place));
  expect(placeFor(full, 'any', epoch, now)).toEqual({ place: '00', instead: undefined });
  const first = ['a', 'b', 'c'].map((secret) => placeFor([], secret, epoch, now).place);
  expect(new Set(first).size).toBe(3);
});

test.each([
  ['an earlier PIN', begun('11', now, epoch - 1)],
  ['yesterday', begun('11', now - 1440 * minutes)],
])('where all places are taken, that of a session of %s is used first', (_what, over) => {
  const others = places.filter((place) => place !== '11').map((place) => begun(place, now - 30 * minutes));
  expect(placeFor([...others, over], 'any', epoch, now)).toEqual({ place: '11', instead: over });
});

test('of as many sessions as a patron may have, the one that was refreshed longest ago ends', () => {
  const all = places.map((place, i) => begun(place, now - ((i * 7) % MOST_SESSIONS) * minutes));
  const refreshed = all.map((one, i) => (i === 17 ? { ...one, refreshedAt: '2026-03-02T10:05:00.000Z' } : one));
  const oldest = all.find(({ signedInAt }) => signedInAt === '2026-03-02T09:41:00.000Z');
  expect(oldest?.session).toBe('17.s');
  expect(placeFor(all, 'any', epoch, now).instead).toEqual(oldest);
  expect(placeFor(refreshed, 'any', epoch, now).instead?.signedInAt).toBe('2026-03-02T09:42:00.000Z');
});
