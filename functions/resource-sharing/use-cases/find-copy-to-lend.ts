import type { Actor } from '../../../layers/platform/http/actor.ts';
import { supervisorOverride } from '../../circulation/public/supervisor-override.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { findSuppliedItem } from './find-supplied-item.ts';

type Scan = Parameters<typeof findSuppliedItem>[1];
type Input = Scan & { actor: Actor | undefined; branchId: string; override?: Parameters<typeof supervisorOverride>[2] };

/** Finds the copy that a supplier scanned, with a supervisor's override of the holds that wait, where one is asked for. */
export const findCopyToLend = async (deps: ResourceSharingDeps, { actor, branchId, override, ...scan }: Input) => {
  const supervised = supervisorOverride(actor, branchId, override);
  if ('refused' in supervised) return supervised;
  const found = await findSuppliedItem(deps, scan);
  return 'refused' in found ? found : { ...supervised, ...found };
};
