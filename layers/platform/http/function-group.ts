import type { AnyContract, FunctionSize, Touches } from './contract.ts';

/** One Lambda function that answers several operations of a context: its size and grants are those that its operations need together. */
export type FunctionGroup = Pick<FunctionSize, 'memoryMb' | 'timeoutSeconds' | 'fonts'> & {
  /**
   * `<context>-read`, `<context>-send`, `<context>-invitations`, `<context>-email` or `<context>-public-email`, `<context>-read-<memory>mb` or `-<time>s`, `<context>-write`, `<context>-public-write`, or the id of the one operation that has a
   * function of its own.
   */
  id: string;
  context: string;
  summary: string;
  /** The union of the touches of its operations. */
  touches: Touches;
  operations: readonly AnyContract[];
};

/** The part of a contract that decides its group. */
type Grouped = Pick<AnyContract, 'id' | 'context' | 'permission' | 'touches' | 'memoryMb' | 'timeoutSeconds'>;

/** True when an operation may change data. The method does not decide: some POSTs only read, and a GET may note what was read. */
export const changesData = ({ table, index, bucket, bus, machine, taskTokens }: Touches): boolean =>
  [table, index, bucket].includes('write') || [bus, machine, taskTokens].some((one) => one !== undefined);

/**
 * Secrets, keys, identities and deletion are granted to the one operation that needs them, and so is a larger size or a longer time to an
 * operation that writes.
 */
const needsOwnFunction = ({ touches, memoryMb, timeoutSeconds }: Grouped): boolean =>
  [touches.signingKey, touches.userPool, touches.partners, touches.wallets, touches.ballotKeys, touches.forgets].some(
    Boolean,
  ) ||
  ((memoryMb !== undefined || timeoutSeconds !== undefined) && changesData(touches));

/** True when strangers may call an operation: anybody, or a partner that shows credentials of its own. */
export const isForOutsiders = ({ permission }: Pick<AnyContract, 'permission'>): boolean =>
  permission.some(({ who }) => who === 'anyone' || who === 'partner');

/**
 * Returns the id of the function that answers an operation. Reads and writes of a context are separate functions, so that a fault in a
 * read cannot write; what strangers may call and that writes is separate from what staff call (ADR 85).
 */
export const groupOf = (contract: Grouped): string => {
  const { context, memoryMb, timeoutSeconds } = contract;
  // What calls partners has the same grants, and is called rarely.
  if (contract.touches.partners === 'send' && !isForOutsiders(contract)) return `${context}-send`;
  if (contract.touches.userPool === 'invitations') return `${context}-invitations`;
  if (needsOwnFunction(contract)) return contract.id;
  // What sends e-mail has the same grants; what strangers may call is apart from what staff call.
  if (contract.touches.email) return `${context}-${isForOutsiders(contract) ? 'public-email' : 'email'}`;
  // Reads of the same larger size have the same grants and price, and are warm more often together.
  if (!changesData(contract.touches)) {
    const size = [memoryMb && `${memoryMb}mb`, timeoutSeconds && `${timeoutSeconds}s`].filter(Boolean);
    return [`${context}-read`, ...size].join('-');
  }
  return isForOutsiders(contract) ? `${context}-public-write` : `${context}-write`;
};

/** The stronger of two values of a touch. */
const STRENGTH: readonly unknown[] = [undefined, true, 'read', 'configured', 'write', 'described'];

const strongest = (name: string, one: unknown, other: unknown): unknown => {
  if (one === undefined || one === other) return other;
  if (other === undefined) return one;
  const ranks = [one, other].map((value) => STRENGTH.indexOf(value));
  if (ranks.includes(-1)) throw new Error(`A function cannot have two values of ${name}: ${one} and ${other}.`);
  return Math.max(...ranks) === ranks[0] ? one : other;
};

/** Returns what a function touches whose operations touch these: of each resource the strongest use. Throws for two state machines. */
export const unionOf = (all: readonly Touches[]): Touches => {
  const union: Record<string, unknown> = {};
  for (const [name, value] of all.flatMap((touches) => Object.entries(touches)))
    union[name] = strongest(name, union[name], value);
  return union;
};

const groupFrom = (id: string, operations: readonly [AnyContract, ...AnyContract[]]): FunctionGroup => {
  const [first] = operations;
  const { context, memoryMb, timeoutSeconds } = first;
  const kind = id.slice(context.length + 1).replaceAll('-', ' ');
  return {
    id,
    context,
    summary: id === first.id ? first.summary : `${context}: ${kind}, ${operations.length} operations`,
    touches: unionOf(operations.map(({ touches }) => touches)),
    operations,
    ...(memoryMb === undefined ? {} : { memoryMb }),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    ...(operations.some(({ fonts }) => fonts) ? { fonts: true as const } : {}),
  };
};

/** Returns the functions of these operations, in the order of their first operations. */
export const functionGroups = (operations: readonly AnyContract[]): readonly FunctionGroup[] => {
  const groups = new Map<string, [AnyContract, ...AnyContract[]]>();
  for (const contract of operations) {
    const id = groupOf(contract);
    const known = groups.get(id);
    if (known) known.push(contract);
    else groups.set(id, [contract]);
  }
  return [...groups].map(([id, members]) => groupFrom(id, members));
};

/** Returns the route key by which the gateway names an operation's route. */
export const routeKeyOf = ({ method, path }: Pick<AnyContract, 'method' | 'path'>): string => `${method} ${path}`;

/** Returns whether the gateway accepts HEAD for an operation, too: for public answers that caches may store, which ask for them by it. */
const answersHead = ({ method, sharedSeconds }: AnyContract): boolean =>
  method === 'GET' && sharedSeconds !== undefined;

/** Returns the methods of an operation's routes. */
export const methodsOf = (contract: AnyContract): readonly (AnyContract['method'] | 'HEAD')[] =>
  answersHead(contract) ? [contract.method, 'HEAD'] : [contract.method];

/** Returns the route keys of an operation. */
export const routeKeysOf = (contract: AnyContract): readonly string[] =>
  methodsOf(contract).map((method) => `${method} ${contract.path}`);
