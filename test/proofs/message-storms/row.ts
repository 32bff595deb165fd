import type { Ask, LoanRequest, Step } from '../../../functions/resource-sharing/domain/requests/request.ts';

/** A row as stored in the table. */
export type Row = Record<string, unknown>;

/** A request assembled from its rows, without the product's store. */
export type RequestRows = {
  head: Omit<LoanRequest, 'asks' | 'history'> & { steps: number; counted: boolean };
  asks: Ask[];
  steps: Step[];
};
