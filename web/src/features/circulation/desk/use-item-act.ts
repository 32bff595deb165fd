import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';

type SendBody = operations['circulation-send-item']['requestBody']['content']['application/json'];
type MarkBody = operations['circulation-mark-item']['requestBody']['content']['application/json'];

/** An action on an item beside checkout and check-in. Amounts in minor units. */
export type ItemAct =
  | { did: 'damaged'; item: string; patron?: string; amount?: number }
  | { did: 'used'; item: string }
  | { did: 'sent'; item: string; to: string; purpose: SendBody['purpose'] }
  | { did: 'claimed'; item: string }
  | { did: 'given-up'; item: string; comment: string }
  | { did: 'marked'; item: string; state: Exclude<MarkBody['state'], 'in-process'> };

/** The result, for the message. */
export type Acted = {
  charged?: Answered<'circulation-check-in-damaged'>['charged'];
  uses?: number;
  sent?: Answered<'circulation-send-item'>;
};

const send = async (branchId: string, act: ItemAct, key: string): Promise<Acted> => {
  const { did, item } = act;
  const of = { branchId, item };
  if (did === 'damaged') {
    const body = {
      ...of,
      ...(act.patron !== undefined && { patron: act.patron }),
      ...(act.amount !== undefined && { amount: act.amount }),
    };
    const { charged } = await take(api.POST('/v1/circulation/damaged-returns', { body, ...keyed(key) }));
    return charged ? { charged } : {};
  }
  if (did === 'used')
    return { uses: (await take(api.POST('/v1/circulation/in-house-uses', { body: of, ...keyed(key) }))).uses };
  if (did === 'sent') {
    const body: SendBody = { ...of, to: act.to, purpose: act.purpose, inHand: true };
    return { sent: await take(api.POST('/v1/circulation/transits', { body, ...keyed(key) })) };
  }
  if (did === 'claimed') await take(api.POST('/v1/circulation/return-claims', { body: of, ...keyed(key) }));
  else if (did === 'given-up') {
    const body = { ...of, comment: act.comment };
    await take(api.POST('/v1/circulation/return-claims/given-up', { body, ...keyed(key) }));
  } else await take(api.POST('/v1/circulation/item-marks', { body: { ...of, state: act.state }, ...keyed(key) }));
  return {};
};

/** An action with the key under which it is sent: tried again after a lost answer, it has no second effect. */
export type KeyedAct = { key: string; act: ItemAct };

type Ended = { done: (keyed: KeyedAct, acted: Acted) => void; failed: (keyed: KeyedAct, thrown: Error) => void };

/** Performs actions on items one after another; none is dropped while another runs. */
export const useItemAct = (branchId: string, { done, failed }: Ended) => {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `item-acts ${branchId}` },
    mutationFn: ({ act, key }: KeyedAct) => send(branchId, act, key),
    onSuccess: (acted, keyedAct) => {
      done(keyedAct, acted);
      // An action may end a loan or charge its patron, whoever that is.
      return client.invalidateQueries({ queryKey: ['patron-view'] });
    },
    onError: (thrown, keyedAct) => failed(keyedAct, thrown),
  });
};
