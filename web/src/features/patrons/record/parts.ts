import type { HomePatron, Patron } from './use-record.ts';

/** The tabs of the record. */
export type Tab = 'loans' | 'holds' | 'bills' | 'requests' | 'messages' | 'blocks' | 'family' | 'changes' | 'looks';
export type TabProps = { patron: Patron; branchId: string };

/** The dialogs of the record. */
export type DialogName = 'edit' | 'card' | 'pin' | 'merge' | 'erase' | 'verify';
export type DialogProps = { patron: HomePatron; branchId: string; close: () => void };
