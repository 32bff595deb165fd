import type { MessageName, Side } from './triggers.ts';

/** What a trigger or a message can carry. `reason` is a code (ISO 18626 reasonUnfilled and the like). */
export type Particulars = { reason?: string; itemId?: string; barcode?: string; due?: string };

/** A message from one side to the other about one ask; `sequence` counts that side's messages about it from 1. */
export type Message = {
  name: MessageName;
  requestId: string;
  askId: string;
  from: Side;
  sequence: number;
  at: string;
} & Particulars;

/** Only the particulars of something larger, and of them only those that are there. */
export function particularsOf({ reason, itemId, barcode, due }: Particulars): Particulars {
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(itemId === undefined ? {} : { itemId }),
    ...(barcode === undefined ? {} : { barcode }),
    ...(due === undefined ? {} : { due }),
  };
}
