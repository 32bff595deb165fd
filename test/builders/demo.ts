import { holdings } from '../../demo/holdings.ts';
import { staffFor } from '../../demo/seed/staff-actors.ts';
import type { Role } from '../../layers/kernel/identity/roles.ts';
import { tokenOf } from '../../local/access-token.ts';
import type { Endpoints } from '../../local/endpoints.ts';
import { type Called, calling } from './deployed.ts';

type CallOptions = { as?: string; body?: unknown };

/** The demo consortium on a deployed stack. Callers are identified by account, works by the demo's ids. */
export type DeployedDemo = {
  call(method: string, path: string, options?: CallOptions): Promise<Called>;
  /** Returns the account of the first person with a role at a branch or member. */
  at(role: Role, place: string): string;
  /** Returns the union records of a work, one for each member that catalogued it. */
  recordsOf(workId: string): Promise<string[]>;
  /** Returns the page of a work's union record for an account (or the public). */
  pageOf(workId: string, as?: string): Promise<Called>;
};

/** Returns the demo on a running stack. Each account signs in once. Throws when an account is not seeded. */
export const demoOn = (endpoints: Endpoints): DeployedDemo => {
  const call = calling(endpoints);
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (name: string): Promise<string> => {
    const account = endpoints.accounts.find((one) => one.account === name);
    if (account === undefined) throw new Error(`The demo has no account ${name}: was it seeded?`);
    const token = tokens.get(name) ?? tokenOf(endpoints, account);
    tokens.set(name, token);
    return token;
  };
  const demo: DeployedDemo = {
    call: async (method, path, { as, body } = {}) =>
      call(method, path, { body, ...(as === undefined ? {} : { token: await tokenFor(as) }) }),
    at: (role, place) => staffFor(role, place).account,
    recordsOf: (workId) =>
      Promise.all(
        holdings
          .filter((holding) => holding.workId === workId)
          .map(async ({ member, localId }) => {
            const path = `/catalogue/source-records/${member}:${localId}`;
            const { body } = await demo.call('GET', path, { as: demo.at('cataloguer', member) });
            return String(body.recordId);
          }),
      ),
    pageOf: async (workId, as) => {
      const [recordId] = await demo.recordsOf(workId);
      return demo.call('GET', `/discovery/records/${recordId}`, as === undefined ? {} : { as });
    },
  };
  return demo;
};
