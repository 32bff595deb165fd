import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { staffName } from '../../../components/staff-name.ts';

/** What of a library's record is hidden from whom, and who hid it. */
export type Visibility = Answered<'catalogue-show-visibility'>;
/** One part of it: from whom it is hidden by itself, and the last act on it. */
export type Hidden = Visibility['record'];
export type Audience = Hidden['hiddenFrom'][number];
type Body = operations['catalogue-set-visibility']['requestBody']['content']['application/json'];
/** The record, its copies at one branch, or one copy. */
export type Part = Body['what'];

/** From whom a record or copy can be hidden. */
export const audiences: readonly Audience[] = ['public', 'other-members', 'union'];

/** All from whom something is hidden, by itself or with what it belongs to, each once. */
export const together = (...some: readonly Hidden[]): Audience[] =>
  audiences.filter((one) => some.some(({ hiddenFrom }) => hiddenFrom.includes(one)));

/** Who still sees what is hidden from these, in a word of the dictionary. */
export const seenBy = (from: readonly Audience[]): 'everybody' | 'staff' | 'own' | 'own-staff' => {
  const [noPublic, noOthers] = [from.includes('public'), from.includes('other-members')];
  if (from.includes('union') || (noPublic && noOthers)) return 'own-staff';
  if (noPublic) return 'staff';
  return noOthers ? 'own' : 'everybody';
};

/** The library whose record it is, as the record's id says. */
export const memberOfSource = (sourceId: string): string => sourceId.slice(0, Math.max(0, sourceId.indexOf(':')));

/** A part that says by name who hid it. */
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

/** What of a record is hidden from whom; of one copy and its branch alone when one is named. */
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

/** Hides a part from these and from nobody else; all that shows it is read anew. */
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
