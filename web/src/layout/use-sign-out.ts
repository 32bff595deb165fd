import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { forgetPerson } from '../api/forget-person.ts';
import { endSession, type Session } from '../api/session.ts';

/** Returns the function that ends the session here or on all devices, and removes what the person has loaded. */
export const useSignOut = (session: Session | undefined) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  return async (everywhere: boolean): Promise<void> => {
    await endSession(everywhere);
    forgetPerson(client);
    if (session?.kind === 'staff' && !session.atDesk) {
      const { leaveUserPool } = await import('../api/staff-sign-in.ts');
      await leaveUserPool();
    } else await navigate({ to: session?.atDesk ? '/sign-in' : '/' });
  };
};
