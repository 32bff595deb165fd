import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AliasExistsException,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  UnsupportedUserStateException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientSettings } from '../runtime/client-settings.ts';

/** An account to create in a user pool. */
export type NewAccount = { username: string; name: string; email: string };

let shared: CognitoIdentityProviderClient | undefined;
let once: CognitoIdentityProviderClient | undefined;

// The pool sends an e-mail before it answers.
const client = (): CognitoIdentityProviderClient => {
  shared ??= new CognitoIdentityProviderClient(clientSettings({ requestMs: 4000, attempts: 2 }));
  return shared;
};

// A repeated call after a lost response would send a second e-mail, whose password ends that of the first.
const clientForOneAttempt = (): CognitoIdentityProviderClient => {
  once ??= new CognitoIdentityProviderClient(clientSettings({ requestMs: 8000, attempts: 1 }));
  return once;
};

/**
 * Creates an account in a Cognito user pool, which sends the invitation by e-mail. 'exists': the user name is taken; 'email-taken':
 * another account signs in with this address.
 */
export const inviteToPool = async (
  userPoolId: string,
  { username, name, email }: NewAccount,
): Promise<'invited' | 'exists' | 'email-taken'> => {
  try {
    await client().send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: username,
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [
          { Name: 'email', Value: email },
          // An unverified address cannot be a sign-in alias; only the invitation is sent to it.
          { Name: 'email_verified', Value: 'true' },
          { Name: 'name', Value: name },
        ],
      }),
    );
    return 'invited';
  } catch (error) {
    if (error instanceof AliasExistsException) return 'email-taken';
    if (error instanceof UsernameExistsException) return 'exists';
    throw error;
  }
};

/**
 * Has the pool send the invitation of an account again, with a new temporary password that is valid as long as the first was. 'signed-in':
 * the person has chosen a password already; 'unknown': the pool has no such account.
 */
export const inviteAgainToPool = async (
  userPoolId: string,
  username: string,
): Promise<'invited' | 'signed-in' | 'unknown'> => {
  try {
    await clientForOneAttempt().send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: username,
        MessageAction: 'RESEND',
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    );
    return 'invited';
  } catch (error) {
    if (error instanceof UnsupportedUserStateException) return 'signed-in';
    if (error instanceof UserNotFoundException) return 'unknown';
    throw error;
  }
};

/** The status of an account with the temporary password of its invitation. */
const INVITED = 'FORCE_CHANGE_PASSWORD';

/** Returns the user names of the accounts whose holders have not signed in yet, each with when it was last invited. */
export const invitedInPool = async (userPoolId: string): Promise<Map<string, Date | undefined>> => {
  const found = new Map<string, Date | undefined>();
  const wanted = { UserPoolId: userPoolId, Filter: `cognito:user_status = "${INVITED}"` };
  let page: string | undefined;
  do {
    const { Users = [], PaginationToken } = await client().send(
      new ListUsersCommand({ ...wanted, ...(page !== undefined && { PaginationToken: page }) }),
    );
    for (const { Username, UserStatus, UserLastModifiedDate } of Users)
      if (Username !== undefined && UserStatus === INVITED) found.set(Username, UserLastModifiedDate);
    page = PaginationToken;
  } while (page !== undefined);
  return found;
};

/**
 * Deletes the account of an invitation, which ends its temporary password; an account that is gone already is no error. 'signed-in': the
 * person has chosen a password, and the account stays.
 */
export const withdrawFromPool = async (userPoolId: string, username: string): Promise<'withdrawn' | 'signed-in'> => {
  const account = { UserPoolId: userPoolId, Username: username };
  try {
    const { UserStatus } = await client().send(new AdminGetUserCommand(account));
    if (UserStatus !== INVITED) return 'signed-in';
    await client().send(new AdminDeleteUserCommand(account));
  } catch (error) {
    if (!(error instanceof UserNotFoundException)) throw error;
  }
  return 'withdrawn';
};
