import { memberOfBranch, ROLES, type Role, roles } from '../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { AnyContract, Permission, Pointer } from '../../layers/platform/http/contract.ts';
import { consortiumStaff, patron, staffAt } from './people.ts';

/** An account of the deny matrix: a staff account holds one `role` at one `place`, a branch, a member or `consortium`. */
export type Account = { name: string; actor?: Actor; role?: Role; place?: string };

type Example = { params?: object; query?: object; body?: object };

/** Returns the text that an example has where a permission looks for its place. */
const placeIn = ({ example }: AnyContract, pointer: Pointer): string | undefined => {
  const { params: path = {}, query = {}, body = {} } = example as Example;
  const [part, name] = pointer.split('.') as ['path' | 'query' | 'body', string];
  const value: unknown = Object.entries({ path, query, body }[part]).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
};

/** Returns the places that an example names where its contract's permissions look for one. */
const placesIn = (contract: AnyContract): string[] =>
  contract.permission.flatMap((one) => {
    if (!('at' in one) || typeof one.at === 'string') return [];
    return placeIn(contract, 'member' in one.at ? one.at.member : one.at.branch) ?? [];
  });

const staff = (role: Role, place: string): Account => ({
  name: `${role} at ${place}`,
  actor: place === 'consortium' ? consortiumStaff(role) : staffAt(place, role),
  role,
  place,
});

const machine = (scope: string, member: string, branch?: string): Account => ({
  name: `a machine for ${scope} at ${branch ?? member}`,
  actor: { kind: 'machine', id: 'mch_matrix', member, scopes: [scope], ...(branch && { branch }) },
});

/** The other member of the matrix, whose accounts have no business at the place of an example. */
const OTHER = 'elsewhere';

/**
 * Returns the accounts of the deny matrix for a contract: nobody, a patron, a machine of each scope, and each role, at the place of the
 * contract's example, at another branch of its member, and at another member.
 */
export const accountsFor = (contract: AnyContract, scopes: readonly string[]): Account[] => {
  const place = placesIn(contract).toSorted((one, other) => other.length - one.length)[0] ?? 'riverton.main';
  const [branch, member] = place.includes('.') ? [place, memberOfBranch(place)] : [`${place}.main`, place];
  const places = {
    branch: [branch, `${member}.other-branch`, `${OTHER}.main`],
    member: [member, OTHER],
    consortium: ['consortium'],
  };
  return [
    { name: 'nobody' },
    { name: 'a patron', actor: patron('pat_matrix', member) },
    ...scopes.flatMap((scope) => [
      machine(scope, member),
      machine(scope, member, branch),
      machine(scope, member, `${member}.other-branch`),
      machine(scope, OTHER),
    ]),
    ...roles.flatMap((role) => ROLES[role].scopes.flatMap((scope) => places[scope].map((one) => staff(role, one)))),
  ];
};

/** Returns whether `place` is `wider` or a branch of it; all places are of the consortium. */
const isOf = (place: string, wider: string): boolean =>
  wider === 'consortium' || place === wider || place.startsWith(`${wider}.`);

/** Returns whether one permission admits an account to the contract's example, by the documented meaning of roles and places. */
const admits = (contract: AnyContract, permission: Permission, { actor, role, place = '' }: Account): boolean => {
  if (permission.who === 'anyone' || permission.who === 'partner') return true;
  if (permission.who === 'patron') return actor?.kind === 'patron';
  const asked =
    typeof permission.at === 'string'
      ? permission.at
      : placeIn(contract, 'member' in permission.at ? permission.at.member : permission.at.branch);
  if (permission.who === 'staff') {
    if (asked === undefined || !permission.roles.some((one) => one === role)) return false;
    return asked === 'own-member' || isOf(asked, place);
  }
  if (actor?.kind !== 'machine' || (permission.scope !== 'any' && !actor.scopes.includes(permission.scope)))
    return false;
  if (asked === 'own-member') return true;
  // A machine of one branch acts there; where the contract names a member only, it acts for its member.
  return asked !== undefined && (asked === actor.member || isOf(asked, actor.branch ?? actor.member));
};

/** Returns whether a contract admits an account to its example. */
export const isAdmitted = (contract: AnyContract, account: Account): boolean =>
  contract.permission.some((permission) => admits(contract, permission, account));
