import { useMutation } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A hold that a desk places: of a title, for a patron by card or id. */
export type DeskHold = operations['circulation-place-hold']['requestBody']['content']['application/json'] & {
  branchId: string;
  patron: string;
};

/** Places a hold; a repeated click after a lost answer places no second one. */
export const useDeskHold = (placed: () => void) => {
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (body: DeskHold) => take(api.POST('/v1/circulation/holds', { body, ...keyed(keyFor(body)) })),
    onSettled: (_, thrown) => settle(thrown),
    onSuccess: placed,
  });
};
