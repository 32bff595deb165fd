import { type ScanPosition, scanTable, scanTableFrom } from '../../layers/platform/dynamodb/scan-table.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { pinHashes } from '../../layers/records/attempts/data/pin-hash.ts';
import { borrowingChecks } from '../borrowing-checks.ts';
import { readDirectory } from '../membership/public/directory-store.ts';
import { practiceLibrary } from '../membership/public/practice-library.ts';
import { kmsTokenSigner } from '../membership/public/token-signer.ts';
import { patronData } from '../patron-data.ts';
import { batchStore } from './data/batch-store.ts';
import { cardExpiryStore } from './data/card-expiry-store.ts';
import { erasureList } from './data/erasure-list.ts';
import { erasureStore } from './data/erasure-store.ts';
import { mergeStore } from './data/merge-store.ts';
import { patronEdits } from './data/patron-edits.ts';
import { patronsStores } from './data/patrons-stores.ts';
import { pinCodeStore } from './data/pin-code-store.ts';
import { possibleDuplicateStore } from './data/possible-duplicate-store.ts';
import { signUpStore } from './data/sign-up-store.ts';
import { walletKeys, walletStore } from './data/wallet-store.ts';

/** Returns the dependencies of most operations on patrons, once per container. */
export const patronsDeps = (runtime: Pick<Runtime, 'environment'>) => patronsStores(openTable(runtime));

/** Returns the same for desks that look a patron up, with circulation's checks of whether the patron may borrow. */
export const lookUpDeps = (runtime: Runtime) => ({
  ...patronsDeps(runtime),
  borrowingChecks: borrowingChecks(runtime),
});

/** Returns the same for operations that change a patron's record. */
export const editDeps = (runtime: Runtime) => {
  const stores = patronsDeps(runtime);
  return { ...stores, edits: patronEdits(stores.table) };
};

/** Returns the same for changes of many patrons. */
export const patronBatchDeps = (runtime: Runtime) => {
  const stores = patronsDeps(runtime);
  return { ...stores, batches: batchStore(stores.table), clock: runtime.clock };
};

/** Returns the same for the job that carries them on. */
export const batchDeps = (runtime: Runtime) => ({ ...patronBatchDeps(runtime), ids: runtime.ids });

/** Returns the same for operations on patrons who may be the same person. */
export const duplicateDeps = (runtime: Runtime) => {
  const stores = patronsDeps(runtime);
  return { ...stores, duplicates: possibleDuplicateStore(stores.table) };
};

/** Returns the same for operations that set or check a PIN. */
export const pinDeps = (runtime: Runtime) => ({ ...patronsDeps(runtime), pins: pinHashes });

/** Returns the same for patrons who replace a forgotten PIN. */
export const pinCodeDeps = (runtime: Runtime) => {
  const deps = pinDeps(runtime);
  return { ...deps, pinCodes: pinCodeStore(deps.table) };
};

/** Returns the same for people who sign up for a card. */
export const signUpDeps = (runtime: Runtime) => {
  const deps = pinDeps(runtime);
  return { ...deps, signUps: signUpStore(deps.table) };
};

/** Returns the same for operations that sign patrons in, with the key that signs tokens. */
export const signInDeps = (runtime: Runtime) => ({ ...pinDeps(runtime), signer: kmsTokenSigner(runtime) });

/** Returns the same for lists of cards that expire. */
export const cardExpiryDeps = (runtime: Runtime) => {
  const stores = patronsDeps(runtime);
  return { ...stores, cardExpiries: cardExpiryStore(stores.table) };
};

/** Returns the same for operations that erase or merge patrons, with what the contexts above do then. */
export const patronDataDeps = (runtime: Runtime) => {
  const stores = patronsDeps(runtime);
  return { ...stores, erasures: erasureStore(stores.table), merges: mergeStore(stores.table), patronData };
};

/** Returns the same for operations that erase patrons, with the list of erasures in the bucket. */
export const erasingDeps = (runtime: Runtime) => ({
  ...patronDataDeps(runtime),
  erasureList: erasureList(openBucket(runtime)),
});

/** Returns the same for the job that erases patrons, which scans the whole table. */
export const erasureJobDeps = (runtime: Runtime) => ({
  ...erasingDeps(runtime),
  tableName: runtime.environment.need('TABLE_NAME'),
  /** Deletes a file permanently. */
  deleteFile: (key: string) => openBucket(runtime).forget(key),
  walk: (from: ScanPosition | undefined) => scanTableFrom(runtime, undefined, from),
});

/** Returns the same for the maintenance of patrons, with the rows of all their persons, page by page, and the Practice Library. */
export const maintenanceDeps = (runtime: Runtime) => ({
  ...erasingDeps(runtime),
  people: () => scanTable(runtime, 'patronPerson'),
  practice: practiceLibrary(runtime),
  directory: () => readDirectory(openTable(runtime)),
});
export type MaintenanceDeps = ReturnType<typeof maintenanceDeps>;

/** Composes the dependencies of the wallets of phones: settings, keys, and the patrons whose cards go there. */
export const walletDeps = (runtime: Runtime) => {
  const { table, patrons } = patronsDeps(runtime);
  const stores = { wallets: walletStore(table), keys: walletKeys(runtime), patrons };
  return { ...stores, directory: () => readDirectory(table), ids: runtime.ids };
};
export type WalletDeps = ReturnType<typeof walletDeps>;
