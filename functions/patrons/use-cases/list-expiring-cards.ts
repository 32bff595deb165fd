import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { CardExpiryStore } from '../data/card-expiry-store.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { patronsOf } from '../data/people.ts';
import { shownName } from '../domain/identity/person.ts';

/** Lists a page of the cards of branches that expire within a period, without those renewed, moved or erased meanwhile. */
export const listExpiringCards = async (
  { table, cardExpiries }: Pick<PatronsStores, 'table'> & { cardExpiries: CardExpiryStore },
  branches: readonly string[],
  span: { from: string; to: string },
  wanted: PageRequest,
) => {
  const page = await cardExpiries.list(branches, span, wanted);
  if (page === 'bad-cursor') return page;
  const patrons = await patronsOf(
    table,
    page.rows.map(({ patronId }) => patronId),
  );
  const cards = page.rows.flatMap(({ patronId, expiresOn, branchId: homeBranch }) => {
    const { status, person } = patrons.get(patronId) ?? {};
    if (!status || !person || status.expiresOn !== expiresOn || status.homeBranch !== homeBranch) return [];
    const { category } = status;
    return [{ patronId, name: shownName(person.person), card: person.card, category, homeBranch, expiresOn }];
  });
  return { cards, ...(page.next !== undefined && { next: page.next }) };
};
