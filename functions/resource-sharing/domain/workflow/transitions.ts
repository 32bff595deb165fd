import { NOTE_RECEIVED, NOTES, SETTLES_UNDELIVERED, UNDELIVERED } from './notes.ts';
import { REQUESTER_TABLE } from './requester-table.ts';
import type { RequesterState, StateRow, Table } from './states.ts';
import { SUPPLIER_TABLE } from './supplier-table.ts';
import type { Side } from './triggers.ts';

/**
 * How a side writes notes and reads the other’s, and settles what did not reach the partner; the state stays. No note is
 * sent after the end, but all are read.
 */
const talking = <S extends string>(state: S, side: Side, isFinal: boolean): StateRow<S>['on'] => {
  const { write, sends, hears, read } = NOTES[side];
  return {
    ...(!isFinal && { [write]: { to: state, message: sends } }),
    [hears]: { to: state, attention: NOTE_RECEIVED },
    [read]: { to: state, calms: NOTE_RECEIVED },
    contradicted: { to: state, attention: 'sides-disagree' },
    // Also after the end, and about a former ask: the partner waits for an answer that it does not have.
    undelivered: { to: state, attention: UNDELIVERED },
    'delivered-late': { to: state, calms: UNDELIVERED },
    [SETTLES_UNDELIVERED[side]]: { to: state, calms: UNDELIVERED },
  };
};

/** Accepts notes of the partner and failed deliveries in every state: staff look, the state stays. */
const hearing = <S extends string>(side: Side, rows: Record<S, StateRow<S>>): Record<S, StateRow<S>> => {
  const received = Object.entries<StateRow<S>>(rows).map(([state, row]) => {
    const to = state as S;
    const failed = { to, attention: UNDELIVERED } as const;
    const undelivered = row.final ? {} : { 'send-failed': failed, 'request-refused': failed };
    return [state, { ...row, on: { ...undelivered, ...row.on, ...talking(to, side, row.final === true) } }];
  });
  return Object.fromEntries(received) as Record<S, StateRow<S>>;
};

/** Accepts what a former supplier sends, also after the request has ended: staff settle it. */
const surprised = (rows: Record<RequesterState, StateRow<RequesterState>>): typeof rows => {
  const all = Object.entries<StateRow<RequesterState>>(rows).map(([state, row]) => {
    const to = state as RequesterState;
    const came = { to, attention: 'came-anyway' } as const;
    const anyway: StateRow<RequesterState>['on'] = {
      'item-came-anyway': came,
      'copy-came-anyway': came,
      // Not sent yet: the supplier is notified at once that nobody waits for it.
      'promised-anyway': { to, message: 'Withdraw' },
      'send-back': { to, message: 'ShippedReturn' },
      'set-aside': { to },
    };
    return [state, { ...row, on: { ...row.on, ...anyway } }];
  });
  return Object.fromEntries(all) as typeof rows;
};

/**
 * The whole workflow of an interlibrary loan: side, state and trigger determine next state, message and timer. The
 * engine, the buttons, the diagram and the tests are derived from it. It includes renewals, recalls, overdues, losses,
 * held returns and claims for damage, which peers lack.
 */
export const TABLE: Table = {
  requester: surprised(hearing('requester', REQUESTER_TABLE)),
  supplier: hearing('supplier', SUPPLIER_TABLE),
};
