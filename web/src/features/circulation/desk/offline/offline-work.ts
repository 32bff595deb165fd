import type { Row } from '../desk-types.ts';
import type { OfflineKind, OfflineScan } from './next-scan.ts';
import type { ScanKind } from './scan-kind.ts';

type Scan = Omit<OfflineScan, 'key'>;

/** The state that the desk without the API displays. */
export type OfflineState = {
  /** The card, or the id, of the patron to whom items are lent. */
  card?: string;
  /** A number that may be a card or an item. */
  asks?: string;
  /** The item that was scanned before any card. */
  needsCard?: string;
  /** Items whose scans this browser could not store. */
  unstored: readonly string[];
};

type Parts = {
  add: (scan: Scan) => Promise<unknown>;
  kindOf: (scan: string) => ScanKind;
  learned: (scan: string, is: 'card' | 'item') => void;
  beep: (good: boolean) => void;
};

/** The work of a desk without the API. Scans run in order; none runs while a question is open. */
export type OfflineWork = {
  subscribe(listener: () => void): () => void;
  state(): OfflineState;
  /** Takes a scan of this desk. */
  scan(kind: OfflineKind, scan: string, where: Pick<Scan, 'branchId' | 'at'>): void;
  /** Ends the patron, so that the next scan is a card. */
  nextPatron(): void;
  answer(is: 'card' | 'item'): void;
  /** Takes a scan of the desk with the API over, once it turns out that the API is lost. */
  takeOver(branchId: string, row: Row, lost: Promise<boolean>): void;
  /** The API is back. */
  back(): void;
};

const moreOf = ({ returnedAt, further }: Row): Partial<Scan> => ({
  ...(returnedAt !== undefined && { returnedAt }),
  ...(further && { further }),
});

/** Opens the work of a desk without the API. */
export const openOfflineWork = ({ add, kindOf, learned, beep }: Parts): OfflineWork => {
  let state: OfflineState = { unstored: [] };
  let answered: ((is: 'card' | 'item') => void) | undefined;
  let tasks: Promise<void> = Promise.resolve();
  /** The open patron of the desk, and the desk session in which the card was scanned. */
  let taken: { card: string; session: number } | undefined;
  /** Once somebody works at this desk, late scans of the other one change nothing of what is open. */
  let isInUse = false;
  const listeners = new Set<() => void>();
  const set = (change: Partial<OfflineState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const queue = (task: () => Promise<void> | void): void => {
    tasks = tasks.then(task).catch(() => undefined);
  };
  const open = (card: string | undefined): void => {
    const { card: _card, needsCard: _needs, ...rest } = state;
    state = rest;
    set(card === undefined ? {} : { card });
  };
  const isOf = async (scan: string): Promise<'card' | 'item'> => {
    const kind = kindOf(scan);
    if (kind !== 'unclear') return kind;
    beep(false);
    const is = await new Promise<'card' | 'item'>((resolve) => {
      answered = resolve;
      set({ asks: scan });
    });
    learned(scan, is);
    return is;
  };
  const store = async (scan: Scan): Promise<void> => {
    try {
      await add(scan);
      beep(true);
    } catch {
      beep(false);
      set({ unstored: [...state.unstored, scan.item] });
    }
  };

  const lend = async (item: string, where: Pick<Scan, 'branchId' | 'at'>): Promise<void> => {
    const { card } = state;
    const is = card === undefined && kindOf(item) !== 'item' ? 'card' : await isOf(item);
    if (is === 'card') {
      open(item);
      beep(true);
    } else if (card === undefined) {
      set({ needsCard: item });
      beep(false);
    } else await store({ ...where, kind: 'out', item, card });
  };

  const take = async (branchId: string, row: Row): Promise<void> => {
    const { session, patronId, mode, scan: item, at } = row;
    // The patron left, and another session began.
    if (taken && taken.session < session) taken = undefined;
    const isClear = row.item !== undefined || ((mode === 'in' || mode === 'renew') && kindOf(item) !== 'card');
    const isItem = isClear || (await isOf(item)) === 'item';
    if (!isItem) taken = { card: item, session };
    else if (!taken && patronId !== undefined) taken = { card: patronId, session };
    if (taken && !isInUse) open(taken.card);
    if (!isItem) return;
    const kind = mode === 'auto' ? (taken ? 'out' : 'in') : mode;
    const scan = { branchId, item, at, ...moreOf(row) };
    if (kind !== 'out') await store({ ...scan, kind });
    else if (taken) await store({ ...scan, kind, card: taken.card });
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    scan: (kind, item, where) =>
      queue(() => {
        isInUse = true;
        return kind === 'out' ? lend(item, where) : store({ ...where, kind, item });
      }),
    nextPatron: () =>
      queue(() => {
        isInUse = true;
        open(undefined);
      }),
    answer(is) {
      const { asks: _asks, ...rest } = state;
      state = rest;
      set({});
      answered?.(is);
    },
    takeOver: (branchId, row, lost) =>
      queue(async () => {
        if (await lost) await take(branchId, row);
      }),
    back: () =>
      queue(() => {
        isInUse = false;
        taken = undefined;
        open(undefined);
      }),
  };
};
