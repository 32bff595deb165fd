import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { MessageName, Side } from '../workflow/triggers.ts';

/**
 * The terms of a supply: ISO 18626 loanCondition codes, the cost, the period in which to request again, and what the
 * supplier has instead. All lists are as the supplier wrote them (open codes).
 */
export type Terms = {
  conditions?: string[];
  cost?: Money;
  retryAfter?: string;
  retryBefore?: string;
  editions?: string[];
  volumes?: string[];
  formats?: string[];
  /** The service that it would supply, when another than the requested one. */
  service?: 'loan' | 'copy';
};

/**
 * The details of a trigger or a message. `reason` is a code (ISO 18626 reasonUnfilled, reasonRetry and the like);
 * `note` is free text between the two libraries, stored in the message log only; `url` is where a copy can be fetched.
 */
export type Particulars = {
  reason?: string;
  itemId?: string;
  barcode?: string;
  due?: string;
  terms?: Terms;
  documentId?: string;
  url?: string;
  note?: string;
};

/** A message from one side to the other about one ask; `sequence` counts that side's messages about it from 1. */
export type Message = {
  name: MessageName;
  requestId: string;
  askId: string;
  from: Side;
  sequence: number;
  at: string;
} & Particulars;

const CARRIED = ['reason', 'itemId', 'barcode', 'due', 'terms', 'documentId', 'url', 'note'] as const;

/** Selects the particulars of a larger object, without undefined ones. */
export const particularsOf = (larger: { [P in keyof Particulars]?: Particulars[P] | undefined }): Particulars =>
  Object.fromEntries(CARRIED.flatMap((name) => (larger[name] === undefined ? [] : [[name, larger[name]]])));
