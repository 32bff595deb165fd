import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keyed } from './client.ts';
import type { operations } from './current-user.ts';
import { useKey } from './use-key.ts';

/** The body of an operation. */
export type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

/** Sends a body with the headers of its idempotency key. */
export type Send<B, R> = (body: B, headers: ReturnType<typeof keyed>) => Promise<R>;

/** Returns a mutation with an idempotency key, after which all queries whose keys begin with one of `changed` are read again. */
export const useSend = <B extends object, R>(send: Send<B, R>, changed: readonly string[]) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: B) => send(body, keyed(key.keyFor(body))),
    onSettled: async (_, thrown) => {
      key.settle(thrown);
      await Promise.all(changed.map((first) => client.invalidateQueries({ queryKey: [first] })));
    },
  });
};
