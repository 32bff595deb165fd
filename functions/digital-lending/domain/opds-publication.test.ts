import { opdsPublication } from './opds-publication.ts';

const title = {
  ...{
    collectionId: 'city',
    titleKey: '0123456789abcdef0123',
    identifier: 'vendor 7',
    title: 'Emma',
    medium: 'audiobook' as const,
  },
  ...{ borrow: 'https://vendor.example.org/borrow', members: ['riverton'], checksum: '', seenBy: '', v: 1 },
  availability: { state: 'waiting', copies: 2, waiting: 3 },
} as const;
const name = (kind: 'person' | 'body', heading: string, ...roles: string[]) => ({ kind, name: heading, roles });
const described = {
  ...{ title: 'Emma', originalScriptTitles: [], responsibility: '', subjects: ['Islands'], series: [], contents: [] },
  ...{
    author: name('person', 'Austen, Jane, 1775-1817'),
    summaries: [],
    publishers: ['Vendor'],
    places: [],
    year: 800,
  },
  ...{
    contributors: [name('person', 'Stevenson, Juliet', 'narrator'), name('body', 'Vendor, Inc.')],
    languages: ['eng'],
  },
  ...{ format: 'spoken-recording', isOnline: true, isbn13: ['9780141439587'], issn: [], links: [] },
};
const page = 'https://library.example.org/record/rec_1';

test('a publication has the names as they are spoken and sorted; without an open feed of its vendor it is borrowed on our page', () => {
  const at = { self: 'https://library.example.org/self', page, isOpen: false };
  const { metadata, links } = opdsPublication({ ...title, members: [...title.members] }, described, at);
  expect(metadata).toMatchObject({
    ...{ identifier: page, altIdentifier: ['urn:isbn:9780141439587'], language: ['en'], published: '0800-01-01' },
    ...{
      author: [{ name: 'Jane Austen', sortAs: 'Austen, Jane, 1775-1817' }],
      narrator: [{ name: 'Juliet Stevenson' }],
    },
    contributor: [{ name: 'Vendor, Inc.' }],
  });
  expect(links).toContainEqual({
    ...{ rel: 'http://opds-spec.org/acquisition', href: page, type: 'text/html' },
    properties: { availability: { state: 'unavailable' }, copies: { total: 2, available: 0 }, holds: { total: 3 } },
  });
  expect(JSON.stringify(links)).not.toContain('vendor.example.org');
});
