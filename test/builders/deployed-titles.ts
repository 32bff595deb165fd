import type { Endpoints } from '../../local/endpoints.ts';

type Copy = { barcode: string; state: string };
/** A title of the deployed catalogue, with a copy that is on the shelf of a branch. */
export type TitleOnShelf = { title: string; recordId: string; barcode: string; branchId: string };

const get = async ({ api }: Endpoints, path: string) => (await fetch(`${api}${path}`)).json();

/** The choice of titles: at one branch, those that no other library has, and how many are enough. */
type Among = { branchId?: string; isOnly?: boolean; atLeast?: number };

/** Returns books that are now on the shelf of a library at one of its branches, as many as there are among the first fifty. */
export const allOnShelf = async (
  endpoints: Endpoints,
  member: string,
  { branchId, isOnly, atLeast = 4 }: Among = {},
): Promise<TitleOnShelf[]> => {
  const { hits } = await get(endpoints, `/discovery/search?shelf=1&within=${member}&format=book&limit=50`);
  const found: TitleOnShelf[] = [];
  for (const { recordId, title } of hits) {
    const { holdings } = await get(endpoints, `/discovery/records/${recordId}`);
    const own = holdings.find((one: { memberId: string }) => one.memberId === member);
    if (isOnly && holdings.length > 1) continue;
    for (const branch of own?.branches ?? []) {
      if (branchId !== undefined && branch.branchId !== branchId) continue;
      const copy: Copy | undefined = branch.copies.find((one: Copy) => one.state === 'available');
      if (copy) found.push({ title, recordId, barcode: copy.barcode, branchId: branch.branchId });
    }
    if (found.length >= atLeast) break;
  }
  return found;
};

/** Returns one book that is now on the shelf of a library. */
export const onShelf = async (endpoints: Endpoints, member: string, among: Among = {}): Promise<TitleOnShelf> => {
  const [first] = await allOnShelf(endpoints, member, among);
  if (!first) throw new Error(`${member} has no book on its shelf.`);
  return first;
};

/** Returns a book of a library of which the consortium has one copy, which is on its shelf. */
export const onlyCopy = async (endpoints: Endpoints, member: string): Promise<TitleOnShelf> => {
  for (const one of await allOnShelf(endpoints, member, { isOnly: true, atLeast: 20 })) {
    const { holdings } = await get(endpoints, `/discovery/records/${one.recordId}`);
    const copies = holdings.flatMap((at: { branches: { copies: Copy[] }[] }) => at.branches.flatMap((b) => b.copies));
    if (copies.length === 1) return one;
  }
  throw new Error(`${member} has no title of one copy on its shelf.`);
};
