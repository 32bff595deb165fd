import {
  inviteAgainToPool,
  invitedInPool,
  inviteToPool,
  withdrawFromPool,
} from '../../../layers/platform/identity/user-pool.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';

type Invited = { staffId: string; name: string; email: string };

/** The user pool in which staff sign in. It stores a name, an address and a password; roles are stored in the table. */
export type StaffPool = {
  /**
   * Sends the invitation by e-mail: the account's user name is the staff id, the address an alias to sign in with. Repeating it for the
   * same id changes nothing. Returns 'email-taken' when another account signs in with this address.
   */
  invite(person: Invited): Promise<'invited' | 'email-taken'>;
  /**
   * Sends the invitation again, with a new temporary password; the account is created again where it was deleted. Returns 'signed-in' for
   * a person who has chosen a password already.
   */
  inviteAgain(person: Invited): Promise<'invited' | 'email-taken' | 'signed-in'>;
  /** Returns the staff ids of those who have not signed in yet, each with when the last invitation was sent. */
  invited(): Promise<ReadonlyMap<string, Date | undefined>>;
  /** Ends an invitation. Returns 'signed-in' for a person who has chosen a password already. Repeating it changes nothing. */
  withdraw(staffId: string): Promise<'withdrawn' | 'signed-in'>;
};

/** The deployment's Cognito user pool. */
export const cognitoStaffPool = ({ environment }: Pick<Runtime, 'environment'>): StaffPool => {
  const invite: StaffPool['invite'] = async ({ staffId, name, email }) => {
    const outcome = await inviteToPool(environment.need('USER_POOL_ID'), { username: staffId, name, email });
    return outcome === 'email-taken' ? 'email-taken' : 'invited';
  };
  return {
    invite,
    invited: () => invitedInPool(environment.need('USER_POOL_ID')),
    withdraw: (staffId) => withdrawFromPool(environment.need('USER_POOL_ID'), staffId),
    inviteAgain: async (person) => {
      const outcome = await inviteAgainToPool(environment.need('USER_POOL_ID'), person.staffId);
      return outcome === 'unknown' ? invite(person) : outcome;
    },
  };
};
