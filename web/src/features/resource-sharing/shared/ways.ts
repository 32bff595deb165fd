import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { isOver, type Need, needBody } from './need.ts';

/** The wanted item and its current supply options. */
export type Options = Answered<'resource-sharing-show-request-options'>;
export type Way = Options['ways'][number];
export type Citation = NonNullable<Options['citation']>;
export type Service = Options['service'];
/** The wanted item: a record, or what a citation describes. */
export type Wanted = { recordId: string } | { citation: Citation; service: Service };

const queryOf = (wanted: Wanted) => {
  if ('recordId' in wanted) return { recordId: wanted.recordId };
  const { isbn, issn, ...citation } = wanted.citation;
  const numbers = { ...(isbn && { isbn: isbn.join(',') }), ...(issn && { issn: issn.join(',') }) };
  return { ...citation, ...numbers, service: wanted.service };
};

/**
 * Returns the supply options for the signed-in patron (or `patron`, a card entered by staff), pickup branch and need-by date; requested
 * once the branch is known, unless the date is in the past.
 */
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

/** Returns the options that can be selected: available, and not only the automatic continuation of another. */
export const choosable = (ways: readonly Way[]): Way[] => ways.filter(({ open, after }) => open && after === undefined);

/** Returns the partner option to which the request continues when no member can supply. */
export const goesOnTo = (ways: readonly Way[]): Way | undefined =>
  ways.find(({ way, open, after }) => way === 'outside-loan' && open && after !== undefined);
