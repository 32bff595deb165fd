import type { RowChange } from '../dynamodb/row-change.ts';
import type { BusEvent } from './bus.ts';

/** A consequence of a change, with the member that caused it (empty when unknown), who pays for its work. */
export type Caused = { cause: string };

/**
 * The consequences of changes to one kind of row, of one type: messages for a queue, published events for the bus, or entries for the
 * schedule. `on: 'insert'` restricts it to new rows. The functions are pure; one that throws marks the row as unreadable.
 */
export type OutboxRule<Scheduled extends Caused> = { entity: string; on?: 'insert' } & (
  | { queue: string; messages(change: RowChange): readonly Caused[] }
  | { facts(change: RowChange): readonly (Caused & BusEvent)[] }
  | { schedule(change: RowChange): readonly Scheduled[] }
);

/** A context's part of the outbox: its rules, and the cause of changes to its rows (a member's id). */
export type Outbox<Scheduled extends Caused = never> = {
  rules: readonly OutboxRule<Scheduled>[];
  causes?: Readonly<Record<string, (change: RowChange) => string | undefined>>;
};

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** Returns the entities that the outboxes watch: for every change, and for new rows only. */
export const watchedBy = (outboxes: readonly Outbox<Caused>[]): { entities: string[]; inserted: string[] } => {
  const rules = outboxes.flatMap((outbox) => outbox.rules);
  const entities = unique(rules.flatMap(({ entity, on }) => (on === undefined ? [entity] : [])));
  const inserted = unique(rules.map(({ entity }) => entity)).filter((entity) => !entities.includes(entity));
  return { entities, inserted };
};

/** Returns the queues that the outboxes send to, in sending order. */
export const queuesOf = (outboxes: readonly Outbox<Caused>[]): string[] =>
  unique(outboxes.flatMap(({ rules }) => rules.flatMap((rule) => ('queue' in rule ? [rule.queue] : []))));

/** Returns the member that caused a change, according to the row's owner; undefined when unknown. */
export const causeOfChange = (outboxes: readonly Outbox<Caused>[], change: RowChange): string | undefined => {
  const entity = (change.after ?? change.before)?.entity;
  if (typeof entity !== 'string') return undefined;
  return outboxes.flatMap(({ causes = {} }) => causes[entity] ?? []).at(0)?.(change);
};

/** The consequences of one change, by destination. */
export type Consequences<Scheduled> = {
  messages: { queue: string; message: Caused }[];
  scheduled: Scheduled[];
  facts: (Caused & BusEvent)[];
};

/** Returns empty consequences. */
export const noConsequences = <Scheduled>(): Consequences<Scheduled> => ({ messages: [], scheduled: [], facts: [] });

/** Collects the consequences of a change by the rules of all outboxes. Throws when a rule cannot read the row. */
export const consequencesOf = <Scheduled extends Caused>(
  outboxes: readonly Outbox<Scheduled>[],
  change: RowChange,
): Consequences<Scheduled> => {
  const all = noConsequences<Scheduled>();
  for (const rule of outboxes.flatMap(({ rules }) => rules)) {
    if (rule.entity !== change.after?.entity || (rule.on === 'insert' && change.before !== undefined)) continue;
    if ('queue' in rule) all.messages.push(...rule.messages(change).map((message) => ({ queue: rule.queue, message })));
    else if ('facts' in rule) all.facts.push(...rule.facts(change));
    else all.scheduled.push(...rule.schedule(change));
  }
  return all;
};

/** Caches what is read from a change, so that several rules read it once. */
export const readOnce = <T>(read: (change: RowChange) => T): ((change: RowChange) => T) => {
  const known = new WeakMap<RowChange, { read: T }>();
  return (change) => {
    const found = known.get(change) ?? { read: read(change) };
    known.set(change, found);
    return found.read;
  };
};
