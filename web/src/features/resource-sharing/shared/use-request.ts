import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Need, needBody } from './need.ts';
import type { Chosen } from './way-choice.tsx';
import type { Wanted, Way } from './ways.ts';

/** A request as it is placed: what, where to collect it, by when, on which way with what it may cost, and for whose card when staff ask. */
export type Order = {
  wanted: Wanted;
  title: string;
  pickupBranch: string;
  need: Need;
  chosen?: Chosen;
  ways?: readonly Way[];
  patron?: string;
};

/** Libraries outside are asked only where it was chosen; what may be spent is what was shown. */
const outsideOf = ({ chosen, ways = [] }: Order) => {
  const isOutside = chosen?.way === 'outside-loan' || (chosen?.way === 'consortium-loan' && chosen.alsoOutside);
  if (!isOutside) return {};
  const cost = ways.find(({ way }) => way === 'outside-loan')?.cost;
  return { outside: true, ...(cost && { maxCost: cost }) };
};

/** Asks for a loan or a copy from another library, of the consortium or outside. */
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
