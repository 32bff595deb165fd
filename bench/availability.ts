import { setTimeout as pause } from 'node:timers/promises';
import { tokenOf } from '../local/access-token.ts';
import type { Endpoints } from '../local/endpoints.ts';
import { accountOf, calling } from '../test/builders/deployed.ts';

/** After this time the change counts as lost, not as late. */
const LOST_MS = 60_000;
const MEMBER = 'riverton';
const BRANCH = 'riverton.main';

type Copy = { barcode: string; state: string };
type Page = { holdings: { memberId: string; branches: { branchId: string; copies: Copy[] }[] }[] };
type Book = { recordId: string; title: string; barcode: string };
/** How long a change took to appear on the record's page and in the filter, in milliseconds from the desk's response. */
export type Waited = { page: number; filter: number };

/** Queries a deployed stack as a reader who is not signed in: a record's copies at the member, and whether the filter finds it there. */
export const readerOf = (call: ReturnType<typeof calling>) => {
  const copiesOf = async (recordId: string): Promise<(Copy & { branchId: string })[]> => {
    const { holdings } = (await call('GET', `/discovery/records/${recordId}`)).body as Page;
    return holdings
      .filter(({ memberId }) => memberId === MEMBER)
      .flatMap(({ branches }) =>
        branches.flatMap(({ branchId, copies }) => copies.map((copy) => ({ ...copy, branchId }))),
      );
  };
  const found = async (query: string): Promise<{ recordId: string; title: string }[]> =>
    ((await call('GET', `/discovery/search?${query}`)).body.hits ?? []) as { recordId: string; title: string }[];
  return {
    onPage: async ({ recordId, barcode }: Book) =>
      (await copiesOf(recordId)).find((copy) => copy.barcode === barcode)?.state === 'available',
    inFilter: async ({ recordId, title }: Book) =>
      (await found(`shelf=1&within=${MEMBER}&q=${encodeURIComponent(title)}&limit=50`)).some(
        (hit) => hit.recordId === recordId,
      ),
    /** Books of which the member has one copy, on the branch's shelf, so that the filter loses the record with the loan. */
    books: async (): Promise<Book[]> => {
      const books: Book[] = [];
      for (const { recordId, title } of await found(`shelf=1&within=${MEMBER}&format=book&limit=50`)) {
        const [copy, more] = await copiesOf(recordId);
        if (copy && !more && copy.branchId === BRANCH && copy.state === 'available')
          books.push({ recordId, title, barcode: copy.barcode });
      }
      return books;
    },
  };
};

/** Returns how long a query still returned the old answer, in milliseconds from `since`. */
const waitedFor = async (since: number, says: () => Promise<boolean>, wanted: boolean): Promise<number> => {
  while ((await says()) !== wanted) {
    if (performance.now() - since > LOST_MS) throw new Error(`A change is not seen after ${LOST_MS / 1000} s.`);
    await pause(20);
  }
  return performance.now() - since;
};

/**
 * Checks copies out at a desk of a deployed stack and in again, one after the other, the given number of times; returns for each of
 * these changes how long a reader, who queries all the time, did not see it. Throws when one is not seen within a minute.
 */
export const availabilitySeen = async (
  endpoints: Endpoints,
  loans: number,
  onProgress: (done: number) => void = () => {},
): Promise<Waited[]> => {
  const call = calling(endpoints);
  const reader = readerOf(call);
  const { signIn } = accountOf(endpoints, MEMBER, 'patron');
  if (signIn.by !== 'call') throw new Error('patrons sign in by card and PIN');
  const card = String(signIn.body.card);
  const token = await tokenOf(endpoints, accountOf(endpoints, MEMBER, 'desk-supervisor'));
  const books = await reader.books();
  if (books.length === 0) throw new Error(`No book at ${BRANCH} is the only copy of ${MEMBER} and on its shelf.`);
  const waited: Waited[] = [];
  const change = async (book: Book, path: string, body: object, wanted: boolean): Promise<void> => {
    const answer = await call('POST', path, { token, body: { branchId: BRANCH, item: book.barcode, ...body } });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    // From the moment of the response to the desk.
    const since = performance.now();
    const [page, filter] = await Promise.all([
      waitedFor(since, () => reader.onPage(book), wanted),
      waitedFor(since, () => reader.inFilter(book), wanted),
    ]);
    waited.push({ page, filter });
  };
  for (let i = 0; i < loans; i++) {
    const book = books[i % books.length] as Book;
    await change(book, '/circulation/check-outs', { patron: card }, false);
    await change(book, '/circulation/check-ins', {}, true);
    onProgress(i + 1);
  }
  return waited;
};
