import { readPublication } from '../../../layers/protocols/opds/read-feed.ts';
import { type Collection, isDue } from './collection.ts';
import { ebookRecord } from './ebook-record.ts';
import { licencesOf, localIdOf, titleOf, titleOfLocalId } from './title.ts';

const HOUR = 60 * 60 * 1000;

test('E80 a licence that several libraries share counts once, and titles without a count have none', () => {
  const title = (collectionId: string, titleKey: string, copies?: number) => ({
    ...{ collectionId, titleKey },
    availability: { state: 'available' as const, ...(copies !== undefined && { copies }) },
  });
  expect(licencesOf([title('a', '1', 2), title('a', '1', 2), title('b', '1', 3), title('a', '2')])).toBe(5);
});

test('the availability is read from the own document, else from an alternate one of OPDS at the origin of the feed', () => {
  const base = 'https://palace.example.org/city/crawlable';
  const digests = { titleKeyOf: () => '0123456789abcdef0123', descriptionChecksum: () => 'c' };
  const entryOf = (...more: object[]) => {
    const lent = { rel: 'http://opds-spec.org/acquisition/borrow', href: '/borrow', type: 'application/atom+xml' };
    const publication = readPublication({
      metadata: { title: 'Emma', identifier: 'urn:x:1' },
      links: [lent, ...more],
    });
    return publication && titleOf('city', { publication, base }, digests)?.entry;
  };
  const alternate = (href: string, type: string) => ({ rel: 'alternate', href, type });
  const atom = alternate('/works/1', 'application/atom+xml;type=entry;profile=opds-catalog');
  expect(entryOf(alternate('/page', 'text/html'), atom)).toBe('https://palace.example.org/works/1');
  expect(entryOf(atom, { rel: 'self', href: '/own' })).toBe('https://palace.example.org/own');
  expect(entryOf(alternate('https://other.example.org/1', 'application/opds+json'))).toBeUndefined();
  expect(entryOf(alternate('/page', 'text/html'))).toBeUndefined();
});

test('the number of a record leads to its title and to no other', () => {
  const titleKey = '0123456789abcdef0123';
  expect(titleOfLocalId(localIdOf('city-books', titleKey))).toEqual({ collectionId: 'city-books', titleKey });
  expect(['ebook-x', `ebook--${titleKey}`, `ebook-a-${titleKey}0`, '31234'].map(titleOfLocalId)).toEqual(
    Array.from({ length: 4 }),
  );
});

test('a record of an e-book is one of an online resource, with its language by its place in 008', () => {
  const metadata = {
    ...{
      title: 'Emma',
      identifier: 'urn:isbn:978-0-14-143958-7',
      author: ['Austen, Jane'],
      narrator: [],
      publisher: ['P'],
    },
    ...{ language: ['es-MX'], published: '2020-01-01', subject: ['Islands'], description: '<p>One</p> <b>two</b>' },
  };
  const { control, data, leader } = ebookRecord('ebook-a-1', { metadata }, 'ebook');
  const coded = control.find(({ tag }) => tag === '008')?.value ?? '';
  expect([leader.length, coded.length, coded[23], coded.slice(35, 38), coded.slice(7, 11)]).toEqual([
    24,
    40,
    'o',
    'spa',
    '2020',
  ]);
  const texts = data.map(({ tag, subfields }) => `${tag} ${subfields[0]?.value}`);
  expect(texts).toEqual(expect.arrayContaining(['020 9780141439587', '100 Austen, Jane', '245 Emma', '520 One two']));
});

test('a collection is harvested when it is new, changed, unfinished or a day old, and an hour after a failure', () => {
  const at = Date.parse('2026-12-01T10:00:00.000Z');
  const iso = (ms: number): string => new Date(ms).toISOString();
  const ended = { importId: 'i', startedAt: iso(at), endedAt: iso(at), titles: 1, licences: 1, unreadable: 0 };
  const one: Collection = {
    ...{
      name: 'E',
      vendor: 'opds',
      address: 'https://e.org',
      members: ['a'],
      collectionId: 'e',
      changedAt: iso(at - 1),
      v: 1,
    },
  };
  expect(isDue(one, at)).toBe(true);
  expect([1, 23, 24].map((hours) => isDue({ ...one, harvest: ended }, at + hours * HOUR))).toEqual([
    false,
    false,
    true,
  ]);
  expect(isDue({ ...one, harvest: { ...ended, problem: 'vendor-silent' } }, at + HOUR)).toBe(true);
  expect(isDue({ ...one, changedAt: iso(at + 1), harvest: ended }, at + 2)).toBe(true);
  expect(isDue({ ...one, paused: true }, at)).toBe(false);
  // One that has ended is read no more, once its titles are withdrawn.
  expect(isDue({ ...one, harvest: ended, ended: true }, at + 99 * HOUR)).toBe(false);
});
