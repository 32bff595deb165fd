import type * as z from 'zod';
import type { PatronStore } from '../data/patron-store.ts';
import type { Leave } from '../domain/access/proxy.ts';
import { fullName, shownName } from '../domain/identity/person.ts';
import type { proxyViewSchema } from '../schemas.ts';

/** Returns the views of proxies, each with the name of the other patron; without those who were erased. `today` as `YYYY-MM-DD`. */
export const proxyViews = async (
  { patrons }: { patrons: PatronStore },
  leaves: readonly Leave[],
  who: 'sponsorId' | 'proxyId',
  today: string,
): Promise<z.input<typeof proxyViewSchema>[]> => {
  const views = leaves.map(async (leave) => {
    const other = await patrons.get(leave[who]);
    if (!other) return [];
    const name = fullName(shownName(other.person.person));
    return [{ patronId: other.status.patronId, name, until: leave.until, may: leave.may, ended: today > leave.until }];
  });
  return (await Promise.all(views)).flat();
};
