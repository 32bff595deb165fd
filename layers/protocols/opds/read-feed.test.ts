import { availabilityOf, patronTitleOf } from './lending.ts';
import { readAuthentication, readToken } from './read-authentication.ts';
import { hrefOf, isSameOrigin, jsonIn, readFeed, readPublication } from './read-feed.ts';
import { refusalIn } from './read-problem.ts';
import { isOfType } from './relations.ts';

const BASE = 'https://palace.example.org/feed';
const BORROW = 'http://opds-spec.org/acquisition/borrow';
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const entry = (properties: object = {}, metadata: object = {}) => ({
  metadata: { title: 'Emma', identifier: 'urn:uuid:1', ...metadata },
  links: [{ rel: BORROW, href: 'works/1/borrow', properties }],
});
const read = (value: unknown) => {
  const publication = readPublication(value);
  if (!publication) throw new Error('This is a publication.');
  return publication;
};

test('a feed is read with its groups; entries that are no publications are counted and left out', () => {
  const feed = readFeed({
    metadata: { title: 'Feed' },
    links: [{ rel: ['next', 'x'], href: '?page=2' }],
    publications: [entry(), { metadata: {} }, 7, null, { ...entry(), metadata: { title: '  ' } }],
    groups: [{ publications: [entry()] }],
  });
  expect(feed).toMatchObject({ publications: [{}, {}], unreadable: 4 });
  expect(feed && hrefOf(feed.links, 'next', BASE)).toBe('https://palace.example.org/feed?page=2');
});

test.each([
  ['a page of HTML', new TextEncoder().encode('<html>')],
  ['text that is not UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ['a list', bytes([])],
  ['a number', bytes(7)],
  ['publications that are no list', bytes({ publications: {} })],
  ['more entries than a page has', bytes({ publications: Array.from({ length: 1001 }, () => 1) })],
])('%s is no feed', (_, document) => {
  expect(readFeed(jsonIn(document))).toBeUndefined();
});

test('titles, names and languages are read in all the forms that servers write, in one line and of bounded length', () => {
  const { metadata } = read(
    entry(
      {},
      {
        ...{ title: { en: 'Em\u0000ma\n\u202e x' }, author: ['Jane Austen', { name: 'J. A.', sortAs: 'A., J.' }, 7] },
        ...{ language: ['en', '<script>'], subject: { name: { fr: 'Amour' } }, publisher: 'x'.repeat(2000) },
      },
    ),
  );
  expect(metadata).toMatchObject({ title: 'Em ma x', author: ['Jane Austen', 'A., J.'], subject: ['Amour'] });
  expect(metadata.language).toEqual(['en']);
  expect(metadata.publisher[0]).toHaveLength(500);
});

test('addresses are those of the web: no program, no credentials, no template; and tokens stay at their origin', () => {
  const linked = (href: string, more: object = {}) =>
    hrefOf(read({ ...entry(), links: [{ rel: 'a', href, ...more }] }).links, 'a', BASE);
  expect(
    ['javascript:alert(1)', 'file:///etc/passwd', 'https://u:p@example.org/', 'data:,x'].map((one) => linked(one)),
  ).toEqual(Array.from({ length: 4 }));
  expect(linked('/x{?q}', { templated: true })).toBeUndefined();
  expect(linked('//other.example.org/x')).toBe('https://other.example.org/x');
  expect(isSameOrigin(BASE, 'https://palace.example.org.evil.example/')).toBe(false);
});

test.each([
  [
    { availability: { state: 'available' }, copies: { total: 3, available: 2 }, holds: { total: 0 } },
    { state: 'available', copies: 3, free: 2, waiting: 0 },
  ],
  [
    { availability: { state: 'unavailable' }, copies: { total: 3, available: 0 }, holds: { total: 12 } },
    { state: 'waiting', copies: 3, free: 0, waiting: 12 },
  ],
  [{ availability: { state: 'available' } }, { state: 'unlimited' }],
  [{}, { state: 'unlimited' }],
  [{ copies: { total: 2, available: 9 } }, { state: 'available', copies: 2, free: 2 }],
  [{ copies: { total: -1, available: 'x' }, availability: { state: 'odd' } }, { state: 'unlimited' }],
])('E79 %j is shown as it is lent', (properties, shown) => {
  expect(availabilityOf(read(entry(properties)))).toEqual(shown);
});

test('what a patron has is a loan, a place in the queue, or a hold that is ready; anything else is nothing', () => {
  const held = (properties: object) => patronTitleOf(read(entry(properties)), BASE);
  expect(held({ availability: { state: 'reserved' }, holds: { total: 12, position: 3 } })).toMatchObject({
    is: 'waiting',
    position: 3,
  });
  expect(held({ availability: { state: 'ready', until: '2026-12-04T10:00:00+02:00' } })).toMatchObject({
    ...{ is: 'ready', until: '2026-12-04T08:00:00.000Z' },
    borrow: 'https://palace.example.org/works/1/borrow',
  });
  expect(held({ availability: { state: 'available' } })).toBeUndefined();
  // As Palace writes a copy that waits for the patron, and a place in the queue that it does not know.
  const until = '2026-12-04T08:00:00Z';
  expect(held({ availability: { state: 'reserved', until }, holds: { total: 1 } })).toMatchObject({ is: 'ready' });
  expect(held({ availability: { state: 'reserved', until, since: until } })).toMatchObject({ is: 'waiting' });
  const loan = {
    ...entry(),
    links: [{ rel: 'http://opds-spec.org/acquisition', href: '/read', type: 'text/html;x=y' }],
  };
  expect(patronTitleOf(read(loan), BASE)).toMatchObject({ is: 'loan', read: 'https://palace.example.org/read' });
});

test('a server signs in by tokens, or says that it would need the PIN each time; a token fits one header', () => {
  const basic = { type: 'http://opds-spec.org/auth/basic' };
  const links = [{ rel: 'authenticate', href: '/token' }];
  const tokens = { type: 'http://thepalaceproject.org/authtype/basic-token', links };
  expect(readAuthentication({ authentication: [basic, tokens] }, BASE)).toEqual({
    ...{ tokens: 'https://palace.example.org/token', basicOnly: false },
  });
  expect(readAuthentication({ authentication: [basic] }, BASE)).toEqual({ basicOnly: true });
  expect(readAuthentication({ links: [] }, BASE)).toBeUndefined();
  const token = { access_token: 'abc', token_type: 'Bearer', expires_in: 3600 };
  expect(readToken(token)).toEqual({ token: 'abc', seconds: 3600 });
  expect(
    [{ access_token: 'a\r\nX: 1' }, { token_type: 'mac' }, { expires_in: 0 }].map((one) =>
      readToken({ ...token, ...one }),
    ),
  ).toEqual(Array.from({ length: 3 }));
});

test.each([
  ['http://librarysimplified.org/terms/problem/loan-limit-reached', 403, 'loan-limit'],
  ['http://librarysimplified.org/terms/problem/no-available-license', 403, 'no-copy-free'],
  ['http://librarysimplified.org/terms/problem/toString', 400, 'vendor-refused'],
  [7, 401, 'sign-in-expired'],
])('the problem %s is a reason in words', (type, status, code) => {
  expect(refusalIn({ type }, status)).toBe(code);
});

test('documents are read by their media type only', () => {
  expect(isOfType('application/opds+json; charset=utf-8', 'feed')).toBe(true);
  expect(isOfType('text/html', 'feed')).toBe(false);
  expect(isOfType('', 'publication')).toBe(false);
});
