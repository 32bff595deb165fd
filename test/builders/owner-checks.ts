import { type AnyContract, isSafe } from '../../layers/platform/http/contract.ts';

const pathNames = ({ path }: Pick<AnyContract, 'path'>): string[] =>
  [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);

/** The permissions that are limited to a place or a person; staff of the whole consortium may act on every object. */
const limited = ({ permission }: Pick<AnyContract, 'permission'>) =>
  permission.filter((one) => !('at' in one && one.at === 'consortium'));

/**
 * Returns what a changing operation finds by names in its path beyond the place of its permission: what may belong to another member,
 * branch or patron.
 */
export const foundByPath = (contract: Pick<AnyContract, 'method' | 'path' | 'permission' | 'touches'>): string[] => {
  if (isSafe(contract) || contract.touches.table !== 'write') return [];
  const by = limited(contract);
  const isPlace = (name: string): boolean =>
    by.every((one) => 'at' in one && typeof one.at === 'object' && Object.values(one.at)[0] === `path.${name}`);
  return by.length === 0 ? [] : pathNames(contract).filter((name) => !isPlace(name));
};

/** Returns what is wrong with an operation's naming of its owner check; undefined when nothing is. */
export const ownerFault = (contract: AnyContract): string | undefined => {
  const found = foundByPath(contract);
  const { id, owner, refusals } = contract;
  if (found.length === 0) return owner === undefined ? undefined : `${id} finds nothing by its path: drop owner`;
  if (owner === undefined) return `${id} writes on what it finds by ${found}: say its owner check (owner)`;
  if (typeof owner === 'object') return owner.none.length > 20 ? undefined : `${id}: say why it needs no owner check`;
  const status = refusals[owner]?.status;
  return status === 403 || status === 404
    ? undefined
    : `${id} refuses another's object by ${owner}, which is ${status}`;
};
