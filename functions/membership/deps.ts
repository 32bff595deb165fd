import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { cachedFor } from '../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { patronNames } from '../patron-names.ts';
import { branchStore } from './data/branch-store.ts';
import { readDirectory } from './data/directory-store.ts';
import { machineStore } from './data/machine-store.ts';
import { memberStore } from './data/member-store.ts';
import { kmsOwnKey } from './data/own-key.ts';
import { staffKeys } from './data/staff-keys.ts';
import { cognitoStaffPool } from './data/staff-pool.ts';
import { staffStore } from './data/staff-store.ts';
import { kmsTokenSigner } from './data/token-signer.ts';
import type { Resolving } from './use-cases/resolve-actor.ts';

type Settings = Pick<Runtime, 'environment'>;

/** Composes what operations on members and branches work with, once a container. */
export const memberDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { members: memberStore(table), branches: branchStore(table), directory: () => readDirectory(table) };
};

/** Composes what operations on staff and their roles work with. */
export const staffDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { members: memberStore(table), staff: staffStore(table) };
};

/** The same for operations that invite staff, with the pool in which they sign in. */
export const inviteDeps = (runtime: Settings) => ({ ...staffDeps(runtime), pool: cognitoStaffPool(runtime) });

/** Composes what operations on machines work with. */
export const machineDeps = (runtime: Settings) => ({ machines: machineStore(openTable(runtime)) });

/** The same for machines that sign in, with the key that signs tokens. */
export const machineTokenDeps = (runtime: Settings) => ({ ...machineDeps(runtime), signer: kmsTokenSigner(runtime) });

/** Composes what answers who the caller is: staff, a patron or a machine. */
export const whoamiDeps = (runtime: Settings) => ({
  ...machineDeps(runtime),
  staff: staffStore(openTable(runtime)),
  patronNames: patronNames(runtime),
});

/** Roles are read again after this; the gateway keeps an answer as long once more, so a withdrawn role is gone within 60 s. */
const GRANTS_CACHE_MS = 30_000;

/** Composes what the authorizer judges tokens by. */
export const authorizerDeps = (runtime: Pick<Runtime, 'environment' | 'clock'>): Resolving => {
  const staff = staffStore(openTable(runtime));
  return {
    issuer: runtime.environment.need('ISSUER'),
    userPoolId: runtime.environment.need('USER_POOL_ID'),
    ownKey: kmsOwnKey(runtime),
    staffKeys: staffKeys(runtime),
    grantsOf: cachedFor(GRANTS_CACHE_MS, async (staffId) => (await staff.get(staffId))?.staff.grants),
  };
};
