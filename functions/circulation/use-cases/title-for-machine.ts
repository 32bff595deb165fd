import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';

/**
 * Returns the title of an item for a machine, whose display has no other way to it in the same request (SIP2 AJ). Empty for everybody else: a
 * desk shows what it has read already.
 */
export const titleForMachine = async (
  { titles }: Pick<CirculationStores, 'titles'>,
  actor: Actor | undefined,
  { sourceId }: Pick<ItemCirculation, 'sourceId'>,
  now: number,
): Promise<{ title?: string }> => {
  const title = actor?.kind === 'machine' ? await titles.ofSource(sourceId, now) : undefined;
  return title === undefined ? {} : { title };
};
