import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Reads again what failed when the session ended, and who is signed in, once the lock is taken away. */
export const useReadAgain = (): void => {
  const client = useQueryClient();
  useEffect(
    () => () => {
      // The same person may have another sign-in now, with other rights.
      void client.invalidateQueries({ queryKey: ['who'] });
      void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
    },
    [client],
  );
};
