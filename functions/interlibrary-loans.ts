import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import type { InterlibraryLoans } from './circulation/public/interlibrary-loans.ts';
import { interlibraryLoans as loansOfResourceSharing } from './resource-sharing/public/interlibrary-loans.ts';

/** Composes the interlibrary loans that circulation works with. */
export const interlibraryLoans: (runtime: Runtime) => InterlibraryLoans = loansOfResourceSharing;
