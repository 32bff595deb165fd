import { queueNamed } from '../../../../layers/platform/queues/queue.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { openEngine } from '../../../../layers/platform/search/client.ts';
import { familyOf } from '../../../catalogue/public/versions.ts';
import { findCited } from '../../../discovery/public/find-cited.ts';
import { librarySymbolStore } from '../../data/library-symbol-store.ts';
import { partnerMessageStore } from '../../data/partner-message-store.ts';
import { partnerSecrets, reachOf } from '../../data/partner-secrets.ts';
import { partnerStore } from '../../data/partner-store.ts';
import type { FindCited } from '../resolve-wanted.ts';
import { sharingStores } from '../sharing-stores.ts';

/** All that the post office is composed of, once a container. */
export const messagingDeps = (runtime: Runtime) => {
  const sharing = sharingStores(runtime);
  const { table } = sharing;
  const search = { table, leads: sharing.leads, engine: openEngine(runtime), family: familyOf(runtime) };
  const findOne: FindCited = (citation, looking) => findCited(search, citation, looking);
  return {
    ...sharing,
    outside: partnerStore(table),
    symbols: librarySymbolStore(table),
    mail: partnerMessageStore(table),
    /** For how many days a message is kept once it is settled. */
    keepDays: async (now: number): Promise<number> => (await sharing.sharing(now)).messageDays,
    secrets: partnerSecrets(runtime),
    reach: reachOf(runtime),
    queue: queueNamed(runtime, 'partner-messages'),
    engine: search.engine,
    family: search.family,
    findCited: findOne,
    newIds: runtime.ids,
    clock: runtime.clock,
  };
};
export type MessagingDeps = ReturnType<typeof messagingDeps>;
