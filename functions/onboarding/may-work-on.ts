import type { StoredLoad } from '../../layers/data/onboarding/load-store.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';

/** Whether an actor whom the contract let in may work on this load: a machine on feeds of patrons alone. */
export const mayWorkOn = (actor: Actor | undefined, { purpose }: Pick<StoredLoad, 'purpose'>): boolean =>
  actor?.kind !== 'machine' || purpose === 'patron-feed';
