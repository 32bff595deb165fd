import { tokenOf } from '../access-token.ts';
import type { Account, Endpoints } from '../endpoints.ts';

/** A person of the demo, as the page of all of them lists it: `member` is null for the staff of the consortium. */
export type DemoPerson = Pick<Account, 'account' | 'member' | 'refused'> & { name: string };
/** A session of the web app: its kind, its token, and the seconds until that expires. */
export type DemoSession = { kind: 'staff' | 'patron'; token: string; seconds: number };
/** The people of the demo. `signIn` signs one in without a password; undefined when there is nobody of this name. */
export type People = { list(): DemoPerson[]; signIn(account: string): Promise<DemoSession | undefined> };

const secondsOf = (token: string): number => {
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return Math.floor(exp - Date.now() / 1000);
};

/** Returns the people of the demo that run with these endpoints; machine clients are not among them. */
export const peopleOf = (endpoints: () => Endpoints): People => ({
  list: () =>
    endpoints().accounts.flatMap(({ account, name, member, refused }) =>
      name === undefined ? [] : [{ account, name, member, ...(refused && { refused }) }],
    ),
  signIn: async (account) => {
    const found = endpoints().accounts.find((one) => one.account === account && one.name !== undefined);
    if (!found) return undefined;
    const token = await tokenOf(endpoints(), found);
    return { kind: found.signIn.by === 'user-pool' ? 'staff' : 'patron', token, seconds: secondsOf(token) };
  },
});
