import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { InterlibraryLoans } from '../../circulation/public/interlibrary-loans.ts';
import { resourceSharingDeps } from '../deps.ts';
import { requestRenewal } from '../use-cases/request-renewal.ts';
import { shipByScan } from '../use-cases/ship-by-scan.ts';

/** Implements what circulation needs of interlibrary loans. */
export const interlibraryLoans = (runtime: Runtime): InterlibraryLoans => {
  const stores = resourceSharingDeps(runtime);
  return {
    isReturnHeld: (requestId) => stores.requests.isReturnHeld(requestId),
    requestRenewal: (renewal) => requestRenewal(stores, renewal),
    shipByScan: (scan, item) => shipByScan(stores, scan, item),
  };
};
