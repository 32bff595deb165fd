import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { instantAt } from '../../../i18n/place-time.ts';

export type LoanRules = Answered<'circulation-show-loan-rules'>;
export type Outcome = LoanRules['outcomes'][number];
export type Rule = LoanRules['rules'][number];
export type ValueName = keyof Outcome['values'];

/** One pair of item type and patron category. */
export type Case = { itemCategory: string; patronCategory: string };
/** The branch whose items they are, the branch that lends them, and the day; without one today. */
export type Place = { itemsOf: string; lentAt: string; day: string };

/** Returns the loan rules in force at a place, with the reasons of one case. */
export const useLoanRules = ({ itemsOf, lentAt, day }: Place, chosen?: Case) =>
  useQuery({
    queryKey: ['loan-rules', itemsOf, lentAt, day, chosen],
    queryFn: () => {
      const on = day === '' ? {} : { on: instantAt(day, '12:00').toISOString() };
      return take(api.GET('/v1/circulation/loan-rules', { params: { query: { itemsOf, lentAt, ...on, ...chosen } } }));
    },
    placeholderData: (before) => before,
  });
