import { AdminSetUserPasswordCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import type { StaffActor } from '../../layers/platform/http/actor.ts';
import type { Account } from '../../local/endpoints.ts';
import { copies } from '../holdings.ts';
import { machines } from '../machines.ts';
import { patronByKey, patrons } from '../patrons.ts';
import { staff } from '../staff.ts';
import type { Performer } from './in-process.ts';
import { eachOf, outputOf, type Running } from './running.ts';

/** The password of all demo staff. Only the emulator's user pool has it; on AWS people choose their own. */
export const demoPassword = 'Read-it-4-yourself';

/** Sets the passwords of the demo's staff; the emulator sends no e-mail for choosing one. */
export async function setPasswords(running: Running, ids: ReadonlyMap<string, string>): Promise<void> {
  const client = new CognitoIdentityProviderClient({});
  const UserPoolId = outputOf(running, 'UserPoolId');
  await eachOf([...ids.values()], 6, (Username) =>
    client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: demoPassword, Permanent: true })),
  );
}

/** A journal, which no library lends, scanned for a reader at the desk of Riverton. */
const refusedAtRiverton = () => {
  const journal = copies.find(({ category, branch }) => category === 'journal' && branch === 'riverton.main');
  return { branch: 'riverton.main', card: patronByKey('okafor-amara').card, barcode: journal?.barcode ?? '' };
};

/** The accounts of the demo's staff, in the format of endpoints.json. */
export const staffAccounts = (): Account[] =>
  staff.map(({ account, name, email, member, grants }) => ({
    account,
    name,
    role: grants.map(({ role }) => role).join(', '),
    ...(account === 'riverton-desk' && { refused: refusedAtRiverton() }),
    member: member ?? null,
    signIn: { by: 'user-pool', username: email, password: demoPassword },
  }));

/** The accounts of the patrons with a PIN. */
export const patronAccounts = (): Account[] =>
  patrons.flatMap(({ key, name, card, pin, member }) =>
    pin === undefined
      ? []
      : [
          {
            account: key,
            name: `${name.given} ${name.family}`,
            role: 'patron',
            member,
            signIn: { by: 'call', path: '/v1/patrons/sign-in', body: { card, pin }, token: 'access_token' },
          },
        ],
  );

const made = z.object({ clientId: z.string(), clientSecret: z.string() });

/** Creates the machine clients at an instant (epoch ms). Returns their accounts, the only place of their secrets. */
export const makeMachines = (performer: Performer, by: StaffActor, at: number): Promise<Account[]> =>
  eachOf(machines, 1, async ({ account, name, kind, member, branch }) => {
    const body = {
      name,
      memberId: member,
      scopes: [kind],
      ...(branch === undefined ? {} : { branchId: branch }),
    };
    const secret = await performer.act('membership-create-machine-client', made, { by, at, body });
    return {
      account,
      role: kind,
      member,
      signIn: { by: 'call', path: '/v1/membership/tokens', body: secret, token: 'access_token' },
    };
  });
