import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import type { Isils } from './discovery/public/isils.ts';
import { isils as ofResourceSharing } from './resource-sharing/public/isils.ts';

/** Composes the ISILs of members, which SRU and OAI-PMH name in holdings. */
export const isils: (runtime: Pick<Runtime, 'environment'>) => Isils = ofResourceSharing;
