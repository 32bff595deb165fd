import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { isOver, type Need, needBody } from './need.ts';

/** The wanted item and its current supply options. */
export type Options = Answered<'resource-sharing-show-request-options'>;
export type Way = Options['ways'][number];
export type Citation = NonNullable<Options['citation']>;
export type Service = Options['service'];
export type PossibleRecord = Options['possible'][number];
/**
 * The wanted item: a record, what a citation describes (without the records that are not meant, `notThese`), or both for a copy of a part
 * of the record.
 */
export type Wanted =
  | { recordId: string }
  | { citation: Citation; service: Service; recordId?: string; notThese?: string[] };

const queryOf = (wanted: Wanted) => {
  if (!('citation' in wanted)) return wanted;
  const { isbn, issn, ...citation } = wanted.citation;
  const numbers = { ...(isbn && { isbn: isbn.join(',') }), ...(issn && { issn: issn.join(',') }) };
  const { service, recordId, notThese = [] } = wanted;
  const named = { ...(recordId && { recordId }), ...(notThese.length > 0 && { notThese: notThese.join(',') }) };
  return { ...citation, ...numbers, service, ...named };
};

/** Returns what is wanted once the patron has named its record: the item is requested by the record, a copy of a part with its citation. */
export const wantedOf = (wanted: Wanted, recordId: string): Wanted =>
  'citation' in wanted && wanted.service !== 'loan' ? { ...wanted, recordId } : { recordId };

/** Returns what is wanted once the patron has stated that these records are not meant. */
export const wantedWithout = (wanted: Wanted, recordIds: readonly string[]): Wanted =>
  'citation' in wanted ? { ...wanted, notThese: [...(wanted.notThese ?? []), ...recordIds] } : wanted;

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
