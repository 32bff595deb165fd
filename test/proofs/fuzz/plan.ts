import { operations } from '../../../functions/operations.ts';
import type { AnyContract, Permission, Pointer } from '../../../layers/platform/http/contract.ts';
import { gatewayStatuses } from '../../../layers/platform/http/openapi.ts';
import { commonRefusals } from '../../../layers/platform/http/problem.ts';
import type { Account } from '../../../local/endpoints.ts';

/** The member and the branch of the demo at which all operations are called. */
const MEMBER = 'riverton';
const BRANCH = 'riverton.main';

/** How an operation is called: by which account (nobody where undefined), and the places at which that account may act. */
export type Caller = { account?: Account; place: [pointer: Pointer, value: string][] };

/** An operation of the plan, with the statuses that its documentation names, and the token of its caller. */
export type PlannedOperation = {
  id: string;
  authorization?: string;
  place: [pointer: string, value: string][];
  example: { path?: object; query?: object; body?: unknown };
  mediaType: string;
  statuses: number[];
};

/** Returns the first account that a permission admits; undefined when there is none. */
const admitted = (permission: Permission, accounts: readonly Account[]): Caller | undefined => {
  if (permission.who === 'anyone' || permission.who === 'partner') return { place: [] };
  const ofConsortium = permission.who === 'staff' && permission.at === 'consortium';
  const wanted =
    permission.who === 'staff' ? permission.roles : [permission.who === 'patron' ? 'patron' : permission.scope];
  const account = accounts.find(
    ({ member, role }) =>
      member === (ofConsortium ? null : MEMBER) &&
      role.split(', ').some((one) => wanted.some((some) => some === one || (some === 'any' && one === 'self-check'))),
  );
  if (account === undefined) return undefined;
  if (permission.who === 'patron' || typeof permission.at === 'string') return { account, place: [] };
  const { at } = permission;
  return { account, place: 'member' in at ? [[at.member, MEMBER]] : [[at.branch, BRANCH]] };
};

/** Returns who calls an operation: an account that may call it. Throws when no account may: then the operation would be skipped. */
export const callerFor = ({ id, permission }: AnyContract, accounts: readonly Account[]): Caller => {
  for (const one of permission) {
    const caller = admitted(one, accounts);
    if (caller) return caller;
  }
  throw new Error(`No account of the demo may call ${id}.`);
};

/** Returns the statuses that the documentation of an operation names, without 500: that is documented as a fault of ours. */
export const documentedStatuses = ({ status = 200, refusals }: AnyContract): number[] => {
  const all = [...Object.values(commonRefusals), ...Object.values(refusals)].map((refusal) => refusal.status);
  return [...new Set<number>([status, ...all, ...Object.keys(gatewayStatuses).map(Number)])].filter((one) => one < 500);
};

/** Returns whether an operation takes input that can be generated: parameters, a query or a body. */
export const takesInput = ({ params, query, body }: AnyContract): boolean =>
  [params, query, body].some((schema) => schema !== undefined);

/** Returns an operation of the plan, called with a token. */
export const planned = (contract: AnyContract, { place }: Caller, token?: string): PlannedOperation => {
  const { params: path, query, body } = contract.example as { params?: object; query?: object; body?: unknown };
  return {
    id: contract.id,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    place,
    example: { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) },
    mediaType: contract.consumes ?? 'application/json',
    statuses: documentedStatuses(contract),
  };
};

/** Operations that can take an account's access away: its session, role, machine client or record. */
const endsAccess: ReadonlySet<string> = new Set([
  ...['membership-sign-out', 'membership-withdraw-machine-client', 'membership-withdraw-role'],
  'membership-withdraw-invitation',
  ...['patrons-ask-my-erasure', 'patrons-end-my-other-sessions', 'patrons-end-my-session', 'patrons-sign-out'],
]);

/** Wrong secrets lock an account, or all partners of the caller's address. */
const locks = ({ refusals }: AnyContract): boolean => 'sign-in-locked' in refusals || 'too-many-tries' in refusals;

/** Returns whether calls of an operation may keep an account or an address from signing in or from going on. */
export const mayEndAccess = (contract: AnyContract): boolean => endsAccess.has(contract.id) || locks(contract);

/**
 * Returns the operations in groups that are called with fresh tokens: tokens end before all operations were called. Operations after which an
 * account may have no access any more come last.
 */
export const batches = (ids?: readonly string[]): AnyContract[][] => {
  const wanted = operations
    .map((one): AnyContract => one)
    .filter(({ id }) => ids === undefined || ids.some((part) => id.startsWith(part)));
  const groups = Map.groupBy(wanted, (contract) => (mayEndAccess(contract) ? undefined : contract.context));
  const last = groups.get(undefined);
  groups.delete(undefined);
  // Each with tokens of its own; those that lock an account come after those that sign out.
  const endings = (last ?? []).toSorted((one, other) => Number(locks(one)) - Number(locks(other)));
  return [...groups.values(), ...endings.map((contract) => [contract])];
};
