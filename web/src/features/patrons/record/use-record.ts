import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

export type Patron = Answered<'patrons-look-up-patron'>;
export type HomePatron = Extract<Patron, { at: 'home' }>;
export type BodyOf<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

/** The key under which a record is read. */
export const recordKey = (patronId: string, branchId: string) => ['patron', patronId, branchId];

/** Returns a patron as this desk may see the record; a look from another library is logged. */
export const useRecord = (patronId: string, branchId: string) =>
  useQuery({
    queryKey: recordKey(patronId, branchId),
    queryFn: () => take(api.POST('/v1/patrons/look-ups', { body: { branchId, patronId } })),
    retry: false,
    staleTime: 30_000,
  });

/** Returns a function that reads the record and what belongs to it again, after an act on it. */
export const useReadAgain = (patronId: string) => {
  const client = useQueryClient();
  return async (): Promise<void> => {
    await Promise.all(
      ['patron', 'patron-view', 'patron-part'].map((key) => client.invalidateQueries({ queryKey: [key, patronId] })),
    );
  };
};

/** An act on a patron's record, with an idempotency key; the record is read again afterwards. */
export const useRecordAct = <In, Out>(
  patronId: string,
  act: (given: In, key: ReturnType<typeof keyed>) => Promise<Out>,
  done?: (out: Out) => void,
) => {
  const again = useReadAgain(patronId);
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (given: In) => act(given, keyed(keyFor(given))),
    onSuccess: async (out) => {
      await again();
      done?.(out);
    },
    onSettled: (_, thrown) => settle(thrown),
  });
};
