import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../api/client.ts';
import { useCurrency } from '../../parts/use-currency.ts';
import { useFormat } from '../../words/format.ts';
import { saidBy, type Values } from './partner-values.ts';

const useRead = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['partners'] });
};

/** Registers a partner; the answer holds its secret, this once. */
export const useAddPartner = () => {
  const read = useRead();
  const currency = useCurrency();
  const { minor } = useFormat();
  return useMutation({
    mutationFn: (values: Values) => {
      const { loanCost, copyCost, postalAddress, ...body } = saidBy(values, currency, minor);
      const costs = { ...(loanCost && { loanCost }), ...(copyCost && { copyCost }) };
      const place = postalAddress === undefined ? {} : { postalAddress };
      return take(api.POST('/v1/resource-sharing/partners', { body: { ...body, ...costs, ...place } }));
    },
    onSuccess: read,
  });
};

/** Changes a partner to what the form says; a cost or address that was emptied is taken off. */
export const useEditPartner = (partnerId: string) => {
  const read = useRead();
  const currency = useCurrency();
  const { minor } = useFormat();
  return useMutation({
    mutationFn: (values: Values) => {
      const { loanCost = null, copyCost = null, postalAddress = null, ...body } = saidBy(values, currency, minor);
      const params = { path: { partnerId } };
      // Without a currency no cost was shown, and none is changed.
      const costs = currency ? { loanCost, copyCost } : {};
      const change = { params, body: { ...body, ...costs, postalAddress }, ...keyed(newKey()) };
      return take(api.PATCH('/v1/resource-sharing/partners/{partnerId}', change));
    },
    onSuccess: read,
  });
};

/** Gives a partner a new secret, shown this once; the old one is taken for a day more, so that it can change over. */
export const useRotateSecret = (partnerId: string) => {
  const read = useRead();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/resource-sharing/partners/{partnerId}/secret', {
          params: { path: { partnerId } },
          body: { oldStaysHours: 24 },
        }),
      ),
    onSuccess: read,
  });
};
