import type * as z from 'zod';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { peopleOf } from '../data/people.ts';
import type { DuplicatePair, PossibleDuplicateStore } from '../data/possible-duplicate-store.ts';
import { alike } from '../domain/identity/likeness.ts';
import type { possibleDuplicateSchema } from '../schemas.ts';
import { possibleDuplicateView } from './possible-duplicate-view.ts';

type Pair = {
  since: string;
  one: z.input<typeof possibleDuplicateSchema>;
  other: z.input<typeof possibleDuplicateSchema>;
};

/** Lists a page of the pairs that a member has to decide on. Records corrected, erased or merged meanwhile are left out. */
export const listDuplicatePairs = async (
  { table, duplicates }: Pick<PatronsStores, 'table'> & { duplicates: PossibleDuplicateStore },
  memberId: string,
  after: string | undefined,
): Promise<{ pairs: Pair[]; next?: string } | 'bad-cursor'> => {
  const page = await duplicates.undecided(memberId, { limit: 25, after });
  if (page === 'bad-cursor') return page;
  const ids = [...new Set(page.rows.flatMap(({ patronId, otherId }) => [patronId, otherId]))];
  const people = await peopleOf(table, ids);
  const view = ({ patronId, otherId, at: since }: DuplicatePair): Pair[] => {
    const [one, other] = [people.get(patronId), people.get(otherId)];
    const reasons = one && other ? alike(one.person, other.person) : [];
    if (!one || !other || reasons.length === 0) return [];
    return [
      {
        since,
        one: possibleDuplicateView({ other: one, reasons }, memberId),
        other: possibleDuplicateView({ other, reasons }, memberId),
      },
    ];
  };
  return { pairs: page.rows.flatMap(view), ...(page.next !== undefined && { next: page.next }) };
};
