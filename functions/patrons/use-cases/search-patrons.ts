import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { key } from '../data/keys.ts';
import { readPatronStatus, type StoredPerson } from '../data/patron-schemas.ts';
import { searchPatrons } from '../data/patron-search.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { shownName } from '../domain/identity/person.ts';
import { patronQueryOf } from '../domain/identity/search-text.ts';
import { appliesOn } from '../domain/record/blocks.ts';

type Deps = Pick<PatronsStores, 'table' | 'patrons'>;
type Request = { branchId: string; text?: string | undefined; name: string; limit: number; after?: string | undefined };

const MOST_ROWS = 50;

const rowsOf = async ({ table }: Deps, people: readonly StoredPerson[], today: string) => {
  const statuses = await table.getMany(people.map(({ patronId }) => key('patronStatus', { patronId })));
  return people.flatMap(({ patronId, card, person }, at) => {
    const item = statuses[at];
    if (item === undefined) return [];
    const { category, homeBranch, expiresOn, blocks } = readPatronStatus(item);
    return [
      {
        patronId,
        name: shownName(person),
        ...(person.usedName && { legalName: person.name }),
        card,
        ...(person.birthDate !== undefined && { birthDate: person.birthDate }),
        ...{ category, homeBranch, expiresOn },
        blocked: blocks.some((block) => appliesOn(block, today)),
      },
    ];
  });
};

/** Finds patrons of the desk's member by a free text, or lists them by the beginning of their names, page by page. */
export const findPatrons = async (deps: Deps, { branchId, text, name, limit, after }: Request, today: string) => {
  const memberId = memberOfBranch(branchId);
  if (text !== undefined) {
    const { rows, more } = await searchPatrons({ table: deps.table, memberId, query: patronQueryOf(text), limit });
    return { patrons: await rowsOf(deps, rows, today), ...(more && { more }) };
  }
  const page = await deps.patrons.byName(memberId, name, { limit: Math.min(limit, MOST_ROWS), after });
  if (page === 'bad-cursor') return page;
  return { patrons: await rowsOf(deps, page.rows, today), ...(page.next !== undefined && { next: page.next }) };
};
