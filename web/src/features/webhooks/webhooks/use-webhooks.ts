import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';

export type Webhook = Answered<'webhooks-list-webhooks'>['webhooks'][number];
export type WebhookFact = Webhook['facts'][number];
export type Delivery = Answered<'webhooks-list-deliveries'>['deliveries'][number];
type Terms = operations['webhooks-create-webhook']['requestBody']['content']['application/json'];
type Change = operations['webhooks-edit-webhook']['requestBody']['content']['application/json'];
type Send = operations['webhooks-send-webhook']['requestBody']['content']['application/json'];

/** Loads the webhooks of a library or of the consortium. */
export const useWebhooks = (owner: string) =>
  useQuery({
    queryKey: ['webhooks', owner],
    queryFn: () => take(api.GET('/v1/webhooks/{owner}', { params: { path: { owner } } })),
  });

/** Loads the deliveries of a webhook, the newest first. */
export const useDeliveries = ({ owner, webhookId }: Webhook) =>
  useInfiniteQuery({
    queryKey: ['webhooks', owner, webhookId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/webhooks/{owner}/{webhookId}/deliveries', {
          params: { path: { owner, webhookId }, query: { ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const useRead = (owner: string): (() => Promise<void>) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['webhooks', owner] });
};

/** Creates a webhook; its secret is in this answer only. */
export const useCreateWebhook = (owner: string) => {
  const onSuccess = useRead(owner);
  return useMutation({
    mutationFn: (body: Terms) => take(api.POST('/v1/webhooks/{owner}', { params: { path: { owner } }, body })),
    onSuccess,
  });
};

/** Changes a webhook, or pauses or resumes it. */
export const useEditWebhook = ({ owner, webhookId }: Webhook) => {
  const onSuccess = useRead(owner);
  return useMutation({
    mutationFn: (body: Change) =>
      take(
        api.PATCH('/v1/webhooks/{owner}/{webhookId}', {
          ...{ params: { path: { owner, webhookId } }, body, ...keyed(newKey()) },
        }),
      ),
    onSuccess,
  });
};

/** Renews the secret; the new one is in this answer only. */
export const useRenewSecret = ({ owner, webhookId }: Webhook) => {
  const onSuccess = useRead(owner);
  return useMutation({
    mutationFn: () =>
      take(api.POST('/v1/webhooks/{owner}/{webhookId}/secret', { params: { path: { owner, webhookId } } })),
    onSuccess,
  });
};

/** Removes a webhook. */
export const useRemoveWebhook = ({ owner, webhookId }: Webhook) => {
  const onSuccess = useRead(owner);
  return useMutation({
    mutationFn: () =>
      take(
        api.DELETE('/v1/webhooks/{owner}/{webhookId}', {
          ...{ params: { path: { owner, webhookId } }, ...keyed(newKey()) },
        }),
      ),
    onSuccess,
  });
};

/** Sends a test event, or deliveries again. */
export const useSend = ({ owner, webhookId }: Webhook) => {
  const onSuccess = useRead(owner);
  return useMutation({
    mutationFn: (body: Send) =>
      take(
        api.POST('/v1/webhooks/{owner}/{webhookId}/sends', {
          ...{ params: { path: { owner, webhookId } }, body, ...keyed(newKey()) },
        }),
      ),
    onSuccess,
  });
};
