import { useMutation } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

type SendBody = operations['circulation-send-item']['requestBody']['content']['application/json'];
type MarkBody = operations['circulation-mark-item']['requestBody']['content']['application/json'];

/** An action on an item beside checkout and check-in. Amounts in minor units. */
export type ItemAct =
  | { did: 'damaged'; item: string; patron?: string; amount?: number }
  | { did: 'used'; item: string }
  | { did: 'sent'; item: string; to: string; purpose: SendBody['purpose'] }
  | { did: 'claimed'; item: string }
  | { did: 'given-up'; item: string; comment: string }
  | { did: 'marked'; item: string; state: MarkBody['state'] };

/** What came of it, for the message. */
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

/** Performs an action on an item; a repeated click after a lost answer has no second effect. */
export const useItemAct = (branchId: string, done: (act: ItemAct, acted: Acted) => void) => {
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (act: ItemAct) => send(branchId, act, keyFor(act)),
    onSettled: (_, thrown) => settle(thrown),
    onSuccess: (acted, act) => done(act, acted),
  });
};
