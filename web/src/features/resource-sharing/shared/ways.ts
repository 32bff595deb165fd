import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { isOver, type Need, needBody } from './need.ts';

/** What is wanted, and by which ways it can be had now. */
export type Options = Answered<'resource-sharing-show-request-options'>;
export type Way = Options['ways'][number];
export type Citation = NonNullable<Options['citation']>;
export type Service = Options['service'];
/** What somebody wants: a record, or what a citation names. */
export type Wanted = { recordId: string } | { citation: Citation; service: Service };

const queryOf = (wanted: Wanted) => {
  if ('recordId' in wanted) return { recordId: wanted.recordId };
  const { isbn, issn, ...citation } = wanted.citation;
  const numbers = { ...(isbn && { isbn: isbn.join(',') }), ...(issn && { issn: issn.join(',') }) };
  return { ...citation, ...numbers, service: wanted.service };
};

/** The ways to what is wanted, for the patron who is signed in (or `patron`, whose card staff named), when it is to be collected there and needed by then; asked for once the place is known, and while the day is not over. */
export const useWays = (wanted: Wanted, pickupBranch: string, need: Need, patron?: string) =>
  useQuery({
    queryKey: ['ways', JSON.stringify(wanted), pickupBranch, needBody(need), patron],
    queryFn: () =>
      take(
        api.GET('/v1/resource-sharing/request-options', {
          params: { query: { ...queryOf(wanted), pickupBranch, ...needBody(need), ...(patron && { patron }) } },
        }),
      ),
    enabled: pickupBranch !== '' && !isOver(need),
    retry: false,
  });

/** The ways that one may choose: open, and not only what another goes on to by itself. */
export const choosable = (ways: readonly Way[]): Way[] => ways.filter(({ open, after }) => open && after === undefined);

/** The library outside to which the same request goes on when no member can supply. */
export const goesOnTo = (ways: readonly Way[]): Way | undefined =>
  ways.find(({ way, open, after }) => way === 'outside-loan' && open && after !== undefined);
