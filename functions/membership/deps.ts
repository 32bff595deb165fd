import type { PageRequest } from '../../layers/platform/dynamodb/cursor.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { cachedFor } from '../../layers/platform/runtime/cached-for.ts';
import { readParameter } from '../../layers/platform/runtime/parameter.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { attemptStore } from '../../layers/records/attempts/data/attempt-store.ts';
import { listAudit } from '../../layers/records/audit/data/audit-store.ts';
import { patronNames } from '../patron-names.ts';
import { patronSessions } from '../patron-sessions.ts';
import { branchStore } from './data/branch-store.ts';
import { deskStore } from './data/desk-store.ts';
import { readDirectory } from './data/directory-store.ts';
import { machineStore } from './data/machine-store.ts';
import { memberStore } from './data/member-store.ts';
import { type IsOriginSecret, originSecret } from './data/origin-secret.ts';
import { kmsOwnKey } from './data/own-key.ts';
import { practiceLibrary } from './data/practice-library.ts';
import { staffKeys } from './data/staff-keys.ts';
import { staffNames } from './data/staff-names.ts';
import { staffPassStore } from './data/staff-pass-store.ts';
import { cognitoStaffPool } from './data/staff-pool.ts';
import { staffStore } from './data/staff-store.ts';
import { kmsTokenSigner } from './data/token-signer.ts';
import { AUTHORIZER_CACHE_MS } from './domain/session.ts';
import type { Resolving } from './use-cases/resolve-actor.ts';

type Settings = Pick<Runtime, 'environment'>;

/** Composes the dependencies of operations on members and branches, once per container. */
export const memberDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { members: memberStore(table), branches: branchStore(table), directory: () => readDirectory(table) };
};

/** Composes the dependencies of operations on staff and their roles. */
export const staffDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { members: memberStore(table), staff: staffStore(table) };
};

/** Adds the user pool for operations that invite staff. */
export const inviteDeps = (runtime: Settings) => ({ ...staffDeps(runtime), pool: cognitoStaffPool(runtime) });

/** Composes the dependencies of operations on machine clients. */
export const machineDeps = (runtime: Settings) => ({ machines: machineStore(openTable(runtime)) });

/** Composes the dependencies of the audit log: its entries and the names of staff. */
export const auditDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    audit: (wanted: Parameters<typeof listAudit>[1], page: PageRequest) => listAudit(table, wanted, page),
    names: (actors: readonly string[]) => staffNames(table, actors),
  };
};

/** Composes the dependencies of operations on shared desks. */
export const deskDeps = (runtime: Settings) => ({ desks: deskStore(openTable(runtime)) });

/** Composes the dependencies of the operation that sets badges and codes of staff. */
export const passDeps = (runtime: Settings) => ({
  ...staffDeps(runtime),
  passes: staffPassStore(openTable(runtime)),
  attempts: attemptStore(openTable(runtime)),
});

/** Adds the signing key for machine clients that sign in, and for staff at shared desks or in the Practice Library. */
export const machineTokenDeps = (runtime: Runtime) => ({
  ...{ ...machineDeps(runtime), ...deskDeps(runtime), ...passDeps(runtime) },
  signer: kmsTokenSigner(runtime),
  directory: () => readDirectory(openTable(runtime)),
  practice: practiceLibrary(runtime),
});

/** Composes the dependencies of the whoami operation: staff, a patron or a machine client. */
export const whoamiDeps = (runtime: Settings) => ({
  ...machineDeps(runtime),
  staff: staffStore(openTable(runtime)),
  patronNames: patronNames(runtime),
});

/** Without CloudFront, as on one machine, no header is compared. */
const isOriginSecret = ({ environment }: Settings): IsOriginSecret => {
  const parameter = environment.maybe('ORIGIN_SECRET_PARAMETER');
  return parameter === undefined ? async () => false : originSecret(() => readParameter(parameter));
};

/** Composes the dependencies of the authorizer. */
export const authorizerDeps = (
  runtime: Pick<Runtime, 'environment' | 'clock'>,
): Resolving & { isOriginSecret: IsOriginSecret } => {
  const table = openTable(runtime);
  const [staff, machines, desks] = [staffStore(table), machineStore(table), deskStore(table)];
  return {
    issuer: runtime.environment.need('ISSUER'),
    userPoolId: runtime.environment.need('USER_POOL_ID'),
    ownKey: kmsOwnKey(runtime),
    staffKeys: staffKeys(runtime),
    staffOf: cachedFor(AUTHORIZER_CACHE_MS, async (staffId) => {
      const found = await staff.get(staffId);
      return found && { grants: found.staff.grants, ...found.sessions };
    }),
    isSessionOpen: cachedFor(
      AUTHORIZER_CACHE_MS,
      patronSessions(runtime),
      ({ patronId, session }) => `${patronId} ${session}`,
    ),
    isOriginSecret: isOriginSecret(runtime),
    deskOf: cachedFor(AUTHORIZER_CACHE_MS, async (deskId) => {
      const desk = await desks.get(deskId);
      return desk?.withdrawnAt === undefined ? desk : undefined;
    }),
    isWithdrawn: cachedFor(AUTHORIZER_CACHE_MS, async (clientId) => {
      const machine = await machines.get(clientId);
      return machine === undefined || machine.withdrawnAt !== undefined;
    }),
  };
};
