import { inviteToPool } from '../../../layers/platform/identity/user-pool.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';

/** The user pool in which staff sign in. It stores a name, an address and a password; roles are stored in the table. */
export type StaffPool = {
  /**
   * Sends the invitation by e-mail: the account's user name is the staff id, the address an alias to sign in with. Repeating it for the
   * same id changes nothing. Returns 'email-taken' when another account signs in with this address.
   */
  invite(person: { staffId: string; name: string; email: string }): Promise<'invited' | 'email-taken'>;
};

/** The deployment's Cognito user pool. */
export const cognitoStaffPool = ({ environment }: Pick<Runtime, 'environment'>): StaffPool => ({
  invite: async ({ staffId, name, email }) => {
    const outcome = await inviteToPool(environment.need('USER_POOL_ID'), { username: staffId, name, email });
    return outcome === 'email-taken' ? 'email-taken' : 'invited';
  },
});
