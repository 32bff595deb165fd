import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { MessageName, Side } from '../workflow/triggers.ts';

/**
 * On what terms a supplier would supply, or does: ISO 18626 loanCondition codes, what it costs, between which instants to
 * ask again, and what it has instead of what was asked for. All lists are as the supplier wrote them (open codes).
 */
export type Terms = {
  conditions?: string[];
  cost?: Money;
  retryAfter?: string;
  retryBefore?: string;
  editions?: string[];
  volumes?: string[];
  formats?: string[];
  /** In which way it would supply, where not in that which was asked for. */
  service?: 'loan' | 'copy';
};

/**
 * What a trigger or a message can carry. `reason` is a code (ISO 18626 reasonUnfilled, reasonRetry and the like); `note` is
 * free text between the two libraries, kept in the message log only; `url` is where a copy can be fetched.
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

/** Only the particulars of something larger, and of them only those that are there. */
export const particularsOf = (larger: { [P in keyof Particulars]?: Particulars[P] | undefined }): Particulars =>
  Object.fromEntries(CARRIED.flatMap((name) => (larger[name] === undefined ? [] : [[name, larger[name]]])));
