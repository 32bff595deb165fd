import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { StoredLoad } from '../data/load-store.ts';

/** Whether an actor whom the contract let in may work on this load: a machine on feeds of patrons alone. */
export const mayWorkOn = (actor: Actor | undefined, { purpose }: Pick<StoredLoad, 'purpose'>): boolean =>
  actor?.kind !== 'machine' || purpose === 'patron-feed';
