import { NOTE_RECEIVED, NOTES } from './notes.ts';
import { REQUESTER_TABLE } from './requester-table.ts';
import type { RequesterState, StateRow, Table } from './states.ts';
import { SUPPLIER_TABLE } from './supplier-table.ts';
import type { Side } from './triggers.ts';

/** What a side writes and reads of the other’s notes; the state stays. To what has ended nothing is written, and all is read. */
const talking = <S extends string>(state: S, side: Side, isFinal: boolean): StateRow<S>['on'] => {
  const { write, sends, hears, read } = NOTES[side];
  return {
    ...(!isFinal && { [write]: { to: state, message: sends } }),
    [hears]: { to: state, attention: NOTE_RECEIVED },
    [read]: { to: state, calms: NOTE_RECEIVED },
    contradicted: { to: state, attention: 'sides-disagree' },
  };
};

/**
 * Every state hears what the partner writes, and as long as it is no end, that a message did not reach the partner: a person
 * looks, the state stays.
 */
const hearing = <S extends string>(side: Side, rows: Record<S, StateRow<S>>): Record<S, StateRow<S>> => {
  const received = Object.entries<StateRow<S>>(rows).map(([state, row]) => {
    const to = state as S;
    const failed = { to, attention: 'message-undelivered' } as const;
    const undelivered = row.final ? {} : { 'send-failed': failed, 'request-refused': failed };
    return [state, { ...row, on: { ...undelivered, ...row.on, ...talking(to, side, row.final === true) } }];
  });
  return Object.fromEntries(received) as Record<S, StateRow<S>>;
};

/** What a supplier sends after we let it go lies here, also when the request has ended: a person says what became of it. */
const surprised = (rows: Record<RequesterState, StateRow<RequesterState>>): typeof rows => {
  const all = Object.entries<StateRow<RequesterState>>(rows).map(([state, row]) => {
    const to = state as RequesterState;
    const came = { to, attention: 'came-anyway' } as const;
    const anyway: StateRow<RequesterState>['on'] = {
      'item-came-anyway': came,
      'copy-came-anyway': came,
      // Not yet sent: it is told at once that nobody waits for it.
      'promised-anyway': { to, message: 'Withdraw' },
      'send-back': { to, message: 'ShippedReturn' },
      'set-aside': { to },
    };
    return [state, { ...row, on: { ...row.on, ...anyway } }];
  });
  return Object.fromEntries(all) as typeof rows;
};

/**
 * The whole workflow of a loan between libraries: side x state x trigger -> next state, message, timer. The engine, the
 * buttons, the diagram and the tests are all read from here. What the peers lack is in it: renew, recall, overdue, lost,
 * the return that is held, claims for damage.
 */
export const TABLE: Table = {
  requester: surprised(hearing('requester', REQUESTER_TABLE)),
  supplier: hearing('supplier', SUPPLIER_TABLE),
};
