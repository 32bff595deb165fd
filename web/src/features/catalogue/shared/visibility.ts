import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { staffName } from '../../../components/staff-name.ts';

/** The visibility settings of a library's record, and who set them. */
export type Visibility = Answered<'catalogue-show-visibility'>;
/** The visibility of one part: the audiences from which it is hidden, and the last change. */
export type Hidden = Visibility['record'];
export type Audience = Hidden['hiddenFrom'][number];
type Body = operations['catalogue-set-visibility']['requestBody']['content']['application/json'];
/** The record, its items at one branch, or one item. */
export type Part = Body['what'];

/** The audiences from which a record or item can be hidden. */
export const audiences: readonly Audience[] = ['public', 'other-members', 'union'];

/** All audiences from which something or its parent is hidden, without duplicates. */
export const together = (...some: readonly Hidden[]): Audience[] =>
  audiences.filter((one) => some.some(({ hiddenFrom }) => hiddenFrom.includes(one)));

/** Returns the text key for the audiences that still see it. */
export const seenBy = (from: readonly Audience[]): 'everybody' | 'staff' | 'own' | 'own-staff' => {
  const [noPublic, noOthers] = [from.includes('public'), from.includes('other-members')];
  if (from.includes('union') || (noPublic && noOthers)) return 'own-staff';
  if (noPublic) return 'staff';
  return noOthers ? 'own' : 'everybody';
};

/** Returns the library of a record, derived from the record id. */
export const memberOfSource = (sourceId: string): string => sourceId.slice(0, Math.max(0, sourceId.indexOf(':')));

/** Adds the name of the user who last changed a part's visibility. */
const named = <One extends Hidden>({ last, ...part }: One, names: Visibility['names']) => ({
  ...part,
  ...(last && { last: { ...last, by: staffName(last.by, names) } }),
});

const withNames = (shown: Visibility): Visibility => ({
  ...shown,
  record: named(shown.record, shown.names),
  holdings: shown.holdings.map((one) => named(one, shown.names)),
  items: shown.items.map((one) => named(one, shown.names)),
});

/** Returns the visibility of a record; of one item and its branch only, when an item is given. */
export const useVisibility = (sourceId: string, itemId?: string) =>
  useQuery({
    queryKey: ['visibility', sourceId, itemId ?? ''],
    queryFn: () =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/visibility', {
          params: {
            path: { memberId: memberOfSource(sourceId) },
            query: { sourceId, ...(itemId !== undefined && { itemId }) },
          },
        }),
      ),
    select: withNames,
    staleTime: 0,
  });

/** Sets the audiences from which a part is hidden; everything that shows it is refetched. */
export const useHide = (what: Part) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (request: Omit<Body, 'what'>) => {
      const body = { what, ...request };
      const path = { memberId: memberOfSource(what.sourceId) };
      return take(
        api.PUT('/v1/catalogue/members/{memberId}/visibility', {
          ...{ params: { path }, body, ...keyed(key.keyFor(body)) },
        }),
      );
    },
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['copy'] });
      await client.invalidateQueries({ queryKey: ['union'] });
      await client.invalidateQueries({ queryKey: ['record'] });
      await client.invalidateQueries({ queryKey: ['visibility'] });
    },
  });
};
