import type { Row } from '../desk-types.ts';
import { isLost } from './connection.ts';
import { addScan } from './scan-queue.ts';

/** A card by the usual numbering of libraries; without the API nothing else tells cards from items. */
export const isCard = (scan: string): boolean => /^2\d{13}$/.test(scan);

/** Whose items are lent: the patron's id or card, and the desk session in which it was scanned. */
let open: { card: string; session: number } | undefined;

/** Returns once the card, or the id, of the patron who was open when the connection was lost. */
export const takeOpenCard = (): string | undefined => {
  const card = open?.card;
  open = undefined;
  return card;
};

/**
 * Takes over a scan that did not reach the API, with the time at which it was scanned. Nothing happens when the API can be reached after
 * all: the desk then offers to try again.
 */
export const takeOver = async (branchId: string, row: Row): Promise<void> => {
  if (!(await isLost())) return;
  const { session, patronId, mode, scan: item, at } = row;
  // The patron left, and another session began.
  if (open && open.session < session) open = undefined;
  if (isCard(item)) open = { card: item, session };
  else {
    if (!open && patronId !== undefined) open = { card: patronId, session };
    const kind = mode === 'auto' ? (open ? 'out' : 'in') : mode;
    if (kind === 'out' && open) await addScan({ branchId, kind, item, at, card: open.card });
    else if (kind !== 'out') await addScan({ branchId, kind, item, at });
  }
};
