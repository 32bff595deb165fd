import { millis } from '../../../layers/kernel/calendar/days.ts';
import {
  absent,
  and,
  below,
  type Condition,
  equals,
  lacks,
  present,
  unchanged,
} from '../../../layers/platform/dynamodb/condition.ts';
import type { Conflict, Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import { encodeFacts } from '../../items/public/encode-facts.ts';
import { guestWrite } from '../../items/public/guest-write.ts';
import type { Hold } from '../../items/public/hold.ts';
import { isOver } from '../../items/public/hold-is-over.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { counterAttribute } from '../../patrons/public/counter-attribute.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { exceeded, type Limit } from '../../patrons/public/limits.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import { billRecord, refundWrite } from '../data/bill-store.ts';
import { holdCheckWrites } from '../data/hold-check-store.ts';
import { resetWrite } from '../data/hold-reset-store.ts';
import { elsewhereRecords, holdRecord } from '../data/hold-store.ts';
import type { Changes, Decided, PatronChange } from '../domain/decisions/decision.ts';
import { type DecisionContext, packContext } from '../domain/decisions/decision-context.ts';

/** The records as read for the decision. The capacity model counts their sizes. */
export type AsRead = {
  item?: ItemCirculation | undefined;
  holds?: readonly Hold[];
  patrons?: readonly PatronStatus[];
  /** Another copy that a decision releases in the same write, as read. */
  freedCopy?: ItemCirculation | undefined;
  /** The actor, for bills and the log of holds that lose their copy; the system by default. */
  by?: string | undefined;
  /** An audit entry to write in the same transaction. */
  audit?: AuditLine | undefined;
  /** Other writes of the same transaction. */
  withWrites?: Write[] | undefined;
};

/** The result of writing a decision: saved, a counter at its limit, or a conflict after which the caller decides again. */
export type Saved = 'saved' | 'changed-meanwhile' | { limits: Limit[] };

type Labelled = { write: Write; patron?: PatronChange };

const standsAt = (expect: number | undefined): Condition => (expect === undefined ? absent() : unchanged(expect));

const dueFromWas = ({ dueFrom }: PatronChange): Condition[] => {
  if (dueFrom === undefined) return [];
  const { read, v } = dueFrom;
  return [read === undefined ? lacks('dueFrom') : equals('dueFrom', read), ...(v === undefined ? [] : [unchanged(v)])];
};

/** Returns the borrower whose loan a decision makes due earlier: from when loans are due must then be found out again. */
const dueEarlier = ({ item }: Changes, { item: before }: AsRead): string | undefined => {
  const [was, is] = [before?.loan, item?.after.loan];
  return was && is?.loanId === was.loanId && millis(is.due) < millis(was.due) ? is.patronId : undefined;
};

const patronWrite = (
  patron: PatronChange,
  read: PatronStatus | undefined,
  dueEarlierOf: string | undefined,
): Labelled => {
  const { patronId, add, limits, expected, dueFrom, uses } = patron;
  const update = patronsKeys.key('patronStatus', { patronId });
  const conditions = [
    ...(expected
      ? [equals('blocks', expected.blocks), equals('expiresOn', expected.expiresOn), lacks('erasureAsked')]
      : [present()]),
    ...(['holds', 'loans'] as const).flatMap((counter) =>
      expected?.[counter] === undefined ? [] : [equals(counterAttribute(counter), expected[counter])],
    ),
    ...limits.map(({ counter, below: limit }) => below(counterAttribute(counter), limit)),
    ...dueFromWas(patron),
    // Of two first uses in a month only one may count the person.
    ...(uses ? [uses.before ? equals('uses', uses.before) : lacks('uses')] : []),
  ];
  const counters = Object.entries(add).map(([counter, by]) => [counterAttribute(counter), by] as const);
  const set = { ...(dueFrom?.set !== undefined && { dueFrom: dueFrom.set }), ...(uses && { uses: uses.after }) };
  return {
    write: {
      update,
      add: Object.fromEntries(counters.flatMap(([name, by]) => (by === undefined ? [] : [[name, by]]))),
      ...(Object.keys(set).length > 0 && { set }),
      ...(dueEarlierOf === patronId && { remove: ['dueFrom'] }),
      when: and(...conditions),
      ...(read && { sizeOf: { ...update, entity: 'patronStatus', schema: 1, ...read } }),
    },
    patron,
  };
};

const patronWrites = (changes: Changes, read: AsRead): Labelled[] => {
  const earlier = dueEarlier(changes, read);
  const known = earlier === undefined || changes.patrons.some(({ patronId }) => patronId === earlier);
  const patrons = known ? changes.patrons : [...changes.patrons, { patronId: earlier, add: {}, limits: [] }];
  return patrons.map((patron) =>
    patronWrite(
      patron,
      read.patrons?.find(({ patronId }) => patronId === patron.patronId),
      earlier,
    ),
  );
};

const contextLine = (context: DecisionContext | undefined): string[] => (context ? [packContext(context)] : []);

const withContext = (facts: string | undefined, context: DecisionContext | undefined): string | undefined =>
  facts && [facts, ...contextLine(context)].join('\n');

// Facts are stored with the item, or with the hold when no item changed: its attributes hold all of them.
const itemWrites = ({ changes: { item }, facts, context }: Decided, read: AsRead): Write[] =>
  item === undefined
    ? []
    : [
        {
          put: itemRecord(item.after, withContext(encodeFacts(facts, item.after), context)),
          when: standsAt(item.expect),
          ...(read.item && { sizeOf: itemRecord(read.item) }),
        },
      ];

const pointersOf = (hold: Hold | undefined): Item[] => (hold && !isOver(hold) ? elsewhereRecords(hold) : []);

/** The other editions of a hold for a work have pointers to it from placing until its end, whatever the editions are in between. */
const elsewhereWrites = (after: Hold, before: Hold | undefined): Write[] => {
  const [was, is] = [pointersOf(before), pointersOf(after)];
  const lacks = (rows: Item[], { pk }: Item): boolean => !rows.some((row) => row.pk === pk);
  return [
    ...is.filter((row) => lacks(was, row)).map((put) => ({ put })),
    ...was.filter((row) => lacks(is, row)).map(({ pk, sk }) => ({ delete: { pk, sk } })),
  ];
};

// A decision may end a hold that was not read for it: its pointers are deleted as well.
const asBefore = (after: Hold, expect: number | undefined, read: Hold | undefined): Hold | undefined =>
  read ?? (expect === undefined ? undefined : { ...after, state: 'placed' });

const holdWrites = ({ changes: { holds, item }, facts, context }: Decided, read: AsRead): Write[] =>
  holds.flatMap(({ after, expect }, place) => {
    const before = read.holds?.find(({ holdId }) => holdId === after.holdId);
    const lines = facts.map(({ name }): string => name);
    const factNames = item === undefined && place === 0 ? [...lines, ...contextLine(context)] : [];
    const own: Write = {
      put: holdRecord(after, factNames),
      when: standsAt(expect),
      ...(before && { sizeOf: holdRecord(before) }),
    };
    return [own, ...elsewhereWrites(after, asBefore(after, expect, before))];
  });

const freedWrites = ({ freedCopy }: Changes, read: AsRead): Write[] =>
  freedCopy === undefined
    ? []
    : [
        {
          put: itemRecord(freedCopy.after),
          when: standsAt(freedCopy.expect),
          ...(read.freedCopy && { sizeOf: itemRecord(read.freedCopy) }),
        },
      ];

/** All writes of a decision, each under its own condition, in the order item, patrons, holds, money. */
export const decisionWrites = (decided: Decided, read: AsRead): Labelled[] => {
  const { changes, postings } = decided;
  return [
    ...itemWrites(decided, read).map((write) => ({ write })),
    ...freedWrites(changes, read).map((write) => ({ write })),
    ...patronWrites(changes, read),
    ...holdWrites(decided, read).map((write) => ({ write })),
    ...holdCheckWrites(changes.holds, read.holds ?? []).map((write) => ({ write })),
    ...(changes.resets ?? []).map((reset) => ({ write: resetWrite({ ...reset, by: read.by ?? 'system' }) })),
    ...(changes.guests ?? []).map((guests) => ({ write: guestWrite(guests) })),
    ...changes.bills.map((bill) => ({ write: { put: billRecord(bill, read.by ?? 'system'), when: absent() } })),
    ...[changes.refund, changes.feeRefund].flatMap((one) =>
      one ? [{ write: refundWrite(one, read.by ?? 'system') }] : [],
    ),
    ...postings.map((posting) => ({ write: bookingWrite(posting) })),
    ...(read.audit ? [{ write: auditWrite(read.audit) }] : []),
    ...(read.withWrites ?? []).map((write) => ({ write })),
  ];
};

const limitsOf = (writes: Labelled[], { conflict }: Conflict): Limit[] =>
  conflict.flatMap(({ index, was }) => {
    const patron = writes[index]?.patron;
    return patron && was ? exceeded(readPatronStatus(was).counters, patron.limits) : [];
  });

/** Whether a limit that accrued fines lower failed on a status that changed since it was read: a return meanwhile may have charged them. */
const countedTwice = (writes: Labelled[], { conflict }: Conflict, { patrons = [] }: AsRead): boolean =>
  conflict.some(({ index, was }) => {
    const patron = writes[index]?.patron;
    const before = patrons.find(({ patronId }) => patronId === patron?.patronId);
    if (!was || !before || !patron?.limits.some(({ accrued }) => accrued !== undefined)) return false;
    return readPatronStatus(was).v !== before.v;
  });

/**
 * Writes a decision in one transaction: the item, the patron's counters under their limits, holds, bills and ledger entries.
 * Of two concurrent decisions on a record only one succeeds (C22). Takes the records that were read for it.
 */
export const saveDecision = async (table: Table, decided: Decided, read: AsRead): Promise<Saved> => {
  const writes = decisionWrites(decided, read);
  const conflict = await table.write(writes.map(({ write }) => write));
  if (conflict === undefined) return 'saved';
  const limits = limitsOf(writes, conflict);
  // A limit is final only when no other condition failed; otherwise the records are read again.
  const isFinal = limits.length > 0 && conflict.conflict.every(({ index }) => writes[index]?.patron);
  return isFinal && !countedTwice(writes, conflict, read) ? { limits } : 'changed-meanwhile';
};
