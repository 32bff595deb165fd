import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import { borrowingChecks as ofCirculation } from './circulation/public/borrowing-checks.ts';
import type { BorrowingChecks } from './patrons/public/borrowing-checks.ts';

/** Composes the checks of whether a patron may borrow, which desks that look a patron up show. */
export const borrowingChecks: (runtime: Pick<Runtime, 'environment'>) => BorrowingChecks = ofCirculation;
