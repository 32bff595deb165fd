import type { SceneAnswer, SceneCall } from './scene.ts';

const collection = { collectionId: 'palace', collection: 'City e-books' };
const KEY = '0123456789abcdef0123';
const WAITED = 'fedcba98765432100123';
const READY_UNTIL = '2026-12-04T10:00:00.000Z';
const until = '2026-12-15T10:00:00.000Z';

const title = (titleKey: string, more: object) => ({
  ...{ ...collection, titleKey, medium: 'ebook', isLive: true, members: ['riverton', 'lakeshore'], ...more },
});
/** The hold of another title, which is ready. */
const ready = { collectionId: 'palace', titleKey: WAITED, title: 'Emma', is: 'ready', until: READY_UNTIL };
const loan = {
  ...{ collectionId: 'palace', titleKey: KEY, title: 'Matilda', is: 'loan', until, recordId: 'rec_e4' },
  read: 'https://palace.example.org/read/1',
};

// What the patron has at the vendor while the fixture runs.
let isSignedIn = false;
let held: Record<string, unknown>[] = [ready];

/** The e-book record of a printed one: only `rec_5` has one. */
const alsoOf = (recordId: string): string[] =>
  recordId.startsWith('rec_e') ? [recordId] : recordId === 'rec_5' ? ['rec_e5'] : [];

/** The scenes of e-books: a record with a free one, a printed one with an e-book, hits with one on loan, a vendor that asks for the PIN first and refuses `000000`. */
export const fixtureEBooks = (problem: (status: number, code: string) => SceneAnswer) => ({
  'digital-lending-list-availability': ({ query }: SceneCall) => ({
    json: {
      records: (query.get('records') ?? '')
        .split(',')
        .flatMap((one) => (query.has('editions') ? alsoOf(one) : [one]))
        .map((recordId, i) => ({
          recordId,
          titles: [
            i === 0
              ? title(KEY, { state: 'available', copies: 2, free: 1, waiting: 0 })
              : title(WAITED, { state: 'waiting', copies: 1, free: 0, waiting: 3, medium: 'audiobook' }),
          ],
        })),
    },
  }),
  'digital-lending-list-my-titles': () => ({
    json: {
      vendors: [
        {
          ...{ collectionId: 'palace', name: 'City e-books', state: isSignedIn ? 'signed-in' : 'signed-out' },
          titles: isSignedIn ? held : [],
        },
      ],
    },
  }),
  'digital-lending-sign-in': ({ body }: SceneCall) => {
    if (body.pin === '000000') return problem(422, 'vendor-sign-in-refused');
    isSignedIn = true;
    return { json: { collectionId: 'palace', until } };
  },
  'digital-lending-sign-out': () => {
    isSignedIn = false;
    return { json: { collectionId: 'palace' } };
  },
  'digital-lending-borrow': ({ params }: SceneCall) => {
    if (!isSignedIn) return problem(409, 'sign-in-needed');
    if (params.titleKey === WAITED) return problem(409, 'loan-limit');
    held = [...held.filter(({ titleKey }) => titleKey !== KEY), loan];
    return { json: loan };
  },
  'digital-lending-give-back': ({ params }: SceneCall) => {
    const found = held.find(({ titleKey }) => titleKey === params.titleKey);
    held = held.filter((one) => one !== found);
    return found ? { json: { is: found.is } } : problem(409, 'title-not-held');
  },
});
