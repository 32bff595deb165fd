import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import type { InterlibraryLoans } from './circulation/public/interlibrary-loans.ts';

/**
 * Composes the interlibrary loans that circulation works with. Few copies at a desk belong to one: the code of resource sharing is
 * imported by the first that does, so that the other operations in the container start without it.
 */
export const interlibraryLoans = (runtime: Runtime): InterlibraryLoans => {
  let composed: Promise<InterlibraryLoans> | undefined;
  const loans = (): Promise<InterlibraryLoans> => {
    composed ??= import('./resource-sharing/public/interlibrary-loans.ts').then((made) =>
      made.interlibraryLoans(runtime),
    );
    return composed;
  };
  return {
    isReturnHeld: async (requestId) => (await loans()).isReturnHeld(requestId),
    requestRenewal: async (renewal) => (await loans()).requestRenewal(renewal),
    shipByScan: async (scan, item) => (await loans()).shipByScan(scan, item),
  };
};
