import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../api/client.ts';
import type { Answered, operations } from '../../session/who.ts';

export type Ask = Answered<'resource-sharing-list-requests'>['requests'][number];
type Body = operations['resource-sharing-answer-request']['requestBody']['content']['application/json'];
export type Reason = NonNullable<Body['reason']>;
/** Why a library does not supply, in the order in which staff choose. */
export const reasons: readonly Reason[] = [
  'NotOnShelf',
  'NotHeld',
  'NonCirculating',
  'NotAvailableForILL',
  'PolicyProblem',
  'PoorCondition',
];

/** What a supplier says or does to a request. */
export type Reply = { is: 'will-supply' | 'ship'; barcode: string } | { is: 'unfilled'; reason: Reason };

const send = ({ requestId, askId = '' }: Ask, branchId: string, reply: Reply) => {
  const params = { path: { requestId } };
  const key = keyed(newKey());
  if (reply.is === 'ship') {
    const body = { branchId, askId, barcode: reply.barcode };
    return take(api.POST('/v1/resource-sharing/requests/{requestId}/ship', { params, body, ...key }));
  }
  const body: Body =
    reply.is === 'unfilled'
      ? { branchId, askId, answer: 'unfilled', reason: reply.reason }
      : { branchId, askId, answer: 'will-supply', barcode: reply.barcode };
  return take(api.POST('/v1/resource-sharing/requests/{requestId}/answers', { params, body, ...key }));
};

/** Answers an ask, or ships what was promised; the queue is read again after it. */
export const useAnswer = (ask: Ask, branchId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reply: Reply) => send(ask, branchId, reply),
    onSuccess: () => client.invalidateQueries({ queryKey: ['asks'] }),
  });
};
