import type { Actor } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { LoadStore, StoredLoad } from '../data/load-store.ts';

/** Finds a member's load, or refuses. */
export const findLoad = async (loads: LoadStore, { memberId, loadId }: { memberId: string; loadId: string }) => {
  const load = await loads.get(loadId);
  return load?.memberId === memberId ? { load } : refuse('unknown-load', `${memberId} has no load ${loadId}.`);
};

/** Judges whether an actor may work on a load: a machine may work on patron feeds only. */
const mayWorkOn = (actor: Actor | undefined, { purpose }: StoredLoad): boolean =>
  actor?.kind !== 'machine' || purpose === 'patron-feed';

/** Finds a member's load for an actor whom the contract let in, or refuses. */
export const findWorkableLoad = async (
  loads: LoadStore,
  actor: Actor | undefined,
  path: { memberId: string; loadId: string },
) => {
  const found = await findLoad(loads, path);
  if ('refused' in found || mayWorkOn(actor, found.load)) return found;
  return refuse('not-a-feed', 'This load is a cut-over: staff work on it.');
};
