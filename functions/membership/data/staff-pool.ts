import {
  AdminCreateUserCommand,
  AliasExistsException,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';

/** The pool in which staff sign in. It knows a name, an address and a password; roles are ours. */
export type StaffPool = {
  /**
   * Sends the invitation by e-mail: the account's user name is the staff id, the address an alias to sign in with. Asking
   * again for the same id changes nothing. Gives 'email-taken' when another account signs in with this address.
   */
  invite(person: { staffId: string; name: string; email: string }): Promise<'invited' | 'email-taken'>;
};

/** The deployment's Cognito user pool. */
export const cognitoStaffPool = ({ environment }: Pick<Runtime, 'environment'>): StaffPool => {
  const client = new CognitoIdentityProviderClient({});
  return {
    invite: async ({ staffId, name, email }) => {
      try {
        await client.send(
          new AdminCreateUserCommand({
            UserPoolId: environment.need('USER_POOL_ID'),
            Username: staffId,
            DesiredDeliveryMediums: ['EMAIL'],
            UserAttributes: [
              { Name: 'email', Value: email },
              // Verified, or it would be no alias to sign in with; the invitation goes nowhere else.
              { Name: 'email_verified', Value: 'true' },
              { Name: 'name', Value: name },
            ],
          }),
        );
        return 'invited';
      } catch (error) {
        if (error instanceof AliasExistsException) return 'email-taken';
        if (error instanceof UsernameExistsException) return 'invited';
        throw error;
      }
    },
  };
};
