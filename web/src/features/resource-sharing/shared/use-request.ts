import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Need, needBody } from './need.ts';
import type { Chosen } from './way-choice.tsx';
import type { Wanted, Way } from './ways.ts';

/** A request to place: item, pickup branch, need-by date, supply option with its cost limit, and the patron's card when staff request. */
export type Order = {
  wanted: Wanted;
  title: string;
  pickupBranch: string;
  need: Need;
  chosen?: Chosen;
  ways?: readonly Way[];
  patron?: string;
};

/** Partners are asked only when that option was selected; the cost limit is the cost shown. */
const outsideOf = ({ chosen, ways = [] }: Order) => {
  const isOutside = chosen?.way === 'outside-loan' || (chosen?.way === 'consortium-loan' && chosen.alsoOutside);
  if (!isOutside) return {};
  const cost = ways.find(({ way }) => way === 'outside-loan')?.cost;
  return { outside: true, ...(cost && { maxCost: cost }) };
};

/** Requests a loan or copy from another library, in the consortium or outside. */
export const useLoanRequest = () => {
  const t = useTranslate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: Order) => {
      const { wanted, pickupBranch, need, patron } = order;
      const body = { ...wanted, pickupBranch, ...needBody(need), ...(patron && { patron }), ...outsideOf(order) };
      return take(api.POST('/v1/resource-sharing/requests', { body, ...keyed(newKey()) }));
    },
    onSuccess: (_, { title }) => {
      void client.invalidateQueries({ queryKey: ['my-requests'] });
      toast(t('request.placed', { title }));
    },
  });
};
