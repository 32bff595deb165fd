import type * as z from 'zod';
import type { AlikePair, PossibleDuplicateStore } from '../data/alike-store.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { peopleOf } from '../data/people.ts';
import { alike } from '../domain/likeness.ts';
import type { alikeSchema } from '../schemas.ts';
import { alikeSeen } from './possible-duplicate-view.ts';

type Pair = { since: string; one: z.input<typeof alikeSchema>; other: z.input<typeof alikeSchema> };

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
  const view = ({ patronId, otherId, at: since }: AlikePair): Pair[] => {
    const [one, other] = [people.get(patronId), people.get(otherId)];
    const reasons = one && other ? alike(one.person, other.person) : [];
    if (!one || !other || reasons.length === 0) return [];
    return [
      { since, one: alikeSeen({ other: one, reasons }, memberId), other: alikeSeen({ other, reasons }, memberId) },
    ];
  };
  return { pairs: page.rows.flatMap(view), ...(page.next !== undefined && { next: page.next }) };
};
