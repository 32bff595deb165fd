import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import type { Asked } from './asked.ts';

/** An estimate as returned by the API. */
export type Estimate = Answered<'finance-estimate-cost'>;
type Query = NonNullable<operations['finance-estimate-cost']['parameters']['query']>;

const queryOf = (asked: Asked): Query =>
  Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])) as Query;

/** Requests the estimate; the previous one stays until the next is loaded. */
export const useEstimate = (asked: Asked) =>
  useQuery({
    queryKey: ['estimate', asked],
    queryFn: () => take(api.GET('/v1/finance/estimate', { params: { query: queryOf(asked) } })),
    placeholderData: (before) => before,
  });

/** Requests an estimate as a PDF; returns its address. */
export const printEstimate = (asked: Asked, how: { paper: 'A4'; language: 'eng' | 'spa' }) =>
  take(api.POST('/v1/finance/estimate/files', { params: { query: queryOf(asked) }, body: how }));
