import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { useCurrency } from '../../../api/use-currency.ts';
import { useFormat } from '../../../i18n/format.ts';
import { partnerBody, type Values } from './partner-values.ts';

const useRead = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['partners'] });
};

/** Registers a partner; the response contains its secret, which is shown once. */
export const useAddPartner = () => {
  const read = useRead();
  const currency = useCurrency();
  const { minor } = useFormat();
  return useMutation({
    mutationFn: (values: Values) => {
      const { loanCost, copyCost, postalAddress, accountId, ...body } = partnerBody(values, currency, minor);
      const costs = { ...(loanCost && { loanCost }), ...(copyCost && { copyCost }) };
      const named = {
        ...(postalAddress !== undefined && { postalAddress }),
        ...(accountId !== undefined && { accountId }),
      };
      return take(api.POST('/v1/resource-sharing/partners', { body: { ...body, ...costs, ...named } }));
    },
    onSuccess: read,
  });
};

/** Updates a partner; an emptied cost, address or account is removed. */
export const useEditPartner = (partnerId: string) => {
  const read = useRead();
  const currency = useCurrency();
  const { minor } = useFormat();
  return useMutation({
    mutationFn: (values: Values) => {
      const { loanCost = null, copyCost = null, ...input } = partnerBody(values, currency, minor);
      const { postalAddress = null, accountId = null, ...body } = input;
      const params = { path: { partnerId } };
      // Without a currency no costs were shown, so none are changed.
      const costs = currency ? { loanCost, copyCost } : {};
      const change = { params, body: { ...body, ...costs, postalAddress, accountId }, ...keyed(newKey()) };
      return take(api.PATCH('/v1/resource-sharing/partners/{partnerId}', change));
    },
    onSuccess: read,
  });
};

/** Replaces a partner's secret and shows the new one once; the old one stays valid for one day. */
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

/** Removes a partner that is suspended and has nothing open. */
export const useRemovePartner = (partnerId: string) => {
  const read = useRead();
  return useMutation({
    mutationFn: () =>
      take(
        api.DELETE('/v1/resource-sharing/partners/{partnerId}', {
          params: { path: { partnerId } },
          ...keyed(newKey()),
        }),
      ),
    onSuccess: read,
  });
};
