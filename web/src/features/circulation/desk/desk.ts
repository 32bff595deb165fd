import { newKey } from '../../../api/new-key.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { type Around, actOnItem, actOnScan } from './act-on-scan.ts';
import type { CheckIn, DeskCalls, DeskState, Further, Mode, Outcome, Paper, Patron, Row } from './desk-types.ts';
import { afterPrinting, forNextPatron, shownPapers, withOneAgain, withOneAway, withPaper } from './papers.ts';
import type { StoredPapers } from './stored-papers.ts';

/** A desk session. Scans during another call are queued; none is dropped. */
export type Desk = {
  subscribe(listener: () => void): () => void;
  state(): DeskState;
  scan(text: string, mode?: Mode): void;
  /** Ends the patron's session after all queued scans; prints a receipt when an item was checked out. */
  finish(): void;
  setMode(mode: Mode): void;
  /** Dates the next returns back, or stops dating them. */
  setReturnedAt(at: string | undefined): void;
  /** Sets the due date of the next items with its reason, until the patron leaves; undefined for the rules again. */
  setDue(due: DeskState['due']): void;
  /** Queues the slip of an item that was sent without a scan. */
  addSlip(barcode: string, checkIn: CheckIn): void;
  answer(letter: string): boolean;
  /** Goes one step back: dismisses the question, closes the paper, or closes the patron. */
  escape(): void;
  /** Notes that the printer had the documents shown. */
  printed(): void;
  /** Prints a document again. */
  reprint(key: string): void;
  /** Retries a refused row with additional input, or unchanged after a lost connection. */
  again(key: string, further?: Further): void;
};

type Parts = {
  calls: DeskCalls;
  beep: (good: boolean) => void;
  /** Is called after each scan, with the patron whose counts it may have changed. */
  changed?: (patronId: string | undefined) => void;
  now?: () => string;
  /** Is called with each scan that did not reach the API. */
  unreached?: (row: Row) => void;
  /** Is called with each number that turned out to be a card or an item. */
  learned?: (scan: string, is: 'card' | 'item') => void;
  /** Where the papers stay when this desk is left. */
  stored?: StoredPapers;
  /**
   * The patron whose record is open: stays open. Another patron's card is handed to `other` with the scans after it: this desk runs none
   * of them, because they are that patron's.
   */
  fixed?: { patron: Patron; other: (patron: Patron, scans: HandedScan[]) => void };
};
/** A scan that another desk performs. */
export type HandedScan = Pick<Row, 'scan' | 'mode'>;
const MOST_ROWS = 80;
/** Whether an item goes to the hold shelf or in transit, and so needs a slip. */
const wantsSlip = (outcome: Outcome): boolean =>
  outcome.is === 'back' && ['hold-shelf', 'send'].includes(outcome.checkIn.next.step);

/** Whether a call did not reach the API, or nothing behind its gateway answered. Too many calls are not a lost connection. */
const isUnreached = ({ code, status }: Problem): boolean =>
  code === 'no-connection' || [502, 503, 504].includes(status);

/** Opens a desk session. */
export const openDesk = ({
  calls,
  beep,
  changed,
  now = () => new Date().toISOString(),
  unreached,
  learned,
  stored,
  fixed,
}: Parts): Desk => {
  let state: DeskState = {
    mode: 'auto',
    session: 1,
    rows: [],
    papers: stored?.read() ?? [],
    ...(fixed && { patron: fixed.patron }),
  };
  const listeners = new Set<() => void>();
  const waiting: (() => Promise<void>)[] = [];
  let working = false;
  let next: Patron | undefined;
  let answered: ((value: string | undefined) => void) | undefined;

  const set = (next: DeskState): void => {
    if (next.papers !== state.papers) stored?.write(next.papers);
    state = next;
    for (const listener of listeners) listener();
  };
  const without = (name: 'patron' | 'question' | 'due'): DeskState => {
    const { [name]: _, ...rest } = state;
    return fixed ? { ...rest, patron: fixed.patron } : rest;
  };
  const setRow = (key: string, change: Partial<Row>): void =>
    set({ ...state, rows: state.rows.map((row) => (row.key === key ? { ...row, ...change } : row)) });
  const rowOf = (key: string): Row | undefined => state.rows.find((row) => row.key === key);

  const drain = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
    working = false;
  };
  const queue = (task: () => Promise<void>): void => {
    waiting.push(task);
    void drain();
  };

  const leaveFor = (patron: Patron): void => {
    if (!fixed || patron.patronId === fixed.patron.patronId) return;
    next = patron;
    const after = state.rows.filter((row) => row.state === 'waiting' && !row.outcome);
    set({ ...state, rows: state.rows.filter((row) => !after.includes(row)) });
    fixed.other(
      patron,
      after.toReversed().map(({ scan, mode }) => ({ scan, mode })),
    );
  };

  const aroundOf = (key: string): Around => ({
    calls,
    patron: () => state.patron,
    opened: (patron) =>
      fixed
        ? leaveFor(patron)
        : set({
            ...without('due'),
            papers: forNextPatron(state.papers),
            patron,
            session: state.session + (state.patron ? 1 : 0),
          }),
    known: (item, chosen) => item && setRow(key, { item, ...(chosen ? { chosen: item.itemId } : {}) }),
    ask: (question) =>
      new Promise((resolve) => {
        answered = resolve;
        set({ ...state, question: { key, ...question } });
      }),
  });

  const ended = (key: string, outcome: Outcome): void => {
    setRow(key, { state: 'ended', outcome, session: state.session });
    beep(outcome.is !== 'refused');
    const row = rowOf(key);
    if (row && outcome.is === 'back' && wantsSlip(outcome)) {
      const slip: Paper = { kind: 'slip', key, row, checkIn: outcome.checkIn, at: now(), state: 'waiting' };
      set({ ...state, papers: withPaper(state.papers, slip) });
    }
    if (outcome.is === 'opened' && row) learned?.(row.scan, 'card');
    if (row?.item && row.item.barcode === row.scan) learned?.(row.scan, 'item');
    if (row && outcome.is === 'refused' && isUnreached(outcome.problem)) unreached?.(row);
    changed?.(row?.patronId);
  };

  const run = (key: string, act: (row: Row, around: Around) => Promise<Outcome>) => async (): Promise<void> => {
    const { patron, session } = state;
    const scanned = rowOf(key);
    // A row that another desk took over is no longer here.
    if (!scanned) return;
    // What is tried again is for the patron of the first time, and a due date for the patron who was open at the scan.
    const patronId = scanned.patronId ?? patron?.patronId;
    const isTheirs = scanned.outcome !== undefined || scanned.session === session;
    setRow(key, {
      state: 'running',
      ...(patronId !== undefined && { patronId }),
      further: isTheirs ? scanned.further : undefined,
    });
    const row = rowOf(key);
    if (row) ended(key, await act(row, aroundOf(key)));
  };

  /** Reads a slip again from before the page was loaded again: the key of its scan has the same answer, with the patron. */
  const readAgain = (slip: ReturnType<StoredPapers['takeUnread']>[number]) => async (): Promise<void> => {
    const { scan, chosen, item, key, returnedAt } = slip.row;
    const number = chosen ?? item?.barcode ?? scan;
    const checkIn = await calls.checkIn(number, key, { returnedAt }).catch(() => slip.checkIn);
    set({ ...state, papers: withPaper(state.papers, { ...slip, checkIn }) });
  };

  const finishNow = async (): Promise<void> => {
    const { patron, session, rows } = state;
    const lent = rows.filter((row) => row.session === session && ['lent', 'renewed'].includes(row.outcome?.is ?? ''));
    const { due: _, ...rest } = without('patron');
    const receipt: Paper | undefined =
      patron && lent.length > 0
        ? { kind: 'receipt', key: newKey(), patron, rows: lent.toReversed(), at: now(), state: 'waiting' }
        : undefined;
    set({ ...rest, session: session + 1, ...(receipt && { papers: withPaper(state.papers, receipt) }) });
  };

  for (const slip of stored?.takeUnread() ?? []) queue(readAgain(slip));

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    scan(text, mode = state.mode) {
      if (fixed && next) return fixed.other(next, [{ scan: text, mode }]);
      const { session, returnedAt, due } = state;
      const dated = { ...(returnedAt !== undefined && { returnedAt }), ...(due && { further: due }) };
      const row: Row = { key: newKey(), scan: text, mode, session, state: 'waiting', at: now(), ...dated };
      set({ ...state, rows: [row, ...state.rows].slice(0, MOST_ROWS) });
      queue(run(row.key, actOnScan));
    },
    finish: () => queue(finishNow),
    setMode: (mode) => set({ ...state, mode: state.mode === mode ? 'auto' : mode }),
    setReturnedAt: (at) => {
      const { returnedAt: _, ...rest } = state;
      set(at === undefined ? rest : { ...rest, returnedAt: at });
    },
    setDue: (due) => {
      const { due: _, ...rest } = state;
      set(due === undefined ? rest : { ...rest, due });
    },
    addSlip(barcode, checkIn) {
      const row: Row = { key: newKey(), scan: barcode, mode: 'in', session: state.session, state: 'ended', at: now() };
      const slip: Paper = { kind: 'slip', key: row.key, row, checkIn, at: now(), state: 'waiting' };
      set({ ...state, papers: withPaper(state.papers, slip) });
    },
    answer(letter) {
      const choice = state.question?.choices.find((one) => one.letter === letter.toLowerCase());
      if (!choice) return false;
      set(without('question'));
      answered?.(choice.value);
      return true;
    },
    escape() {
      if (state.question) {
        set(without('question'));
        answered?.(undefined);
      } else if (shownPapers(state.papers).length > 0) set({ ...state, papers: withOneAway(state.papers) });
      else if (state.patron && !fixed) {
        const { due: _, ...rest } = without('patron');
        set({ ...rest, session: state.session + 1 });
      }
    },
    printed: () => set({ ...state, papers: afterPrinting(state.papers) }),
    reprint: (key) => set({ ...state, papers: withOneAgain(state.papers, key) }),
    again(key, further) {
      setRow(key, { state: 'waiting' });
      queue(
        run(key, (row, around) =>
          row.item
            ? actOnItem(row, row.chosen ?? row.item.barcode, around, further).catch((thrown: unknown) => ({
                is: 'refused' as const,
                problem: asProblem(thrown),
              }))
            : actOnScan(row, around),
        ),
      );
    },
  };
};
