import type { RowChange } from '../dynamodb/row-change.ts';
import type { BusEvent } from './bus.ts';

/** Something that follows from a change, with the member whose act caused it (empty where nobody is known): that member pays for its work. */
export type Caused = { cause: string };

/**
 * What follows from a change of one kind of row, in one direction: messages for a queue, published facts for the bus, or entries
 * for the schedule. `on: 'insert'` says that only new rows matter. The functions are pure; one that throws marks the row as
 * unreadable.
 */
export type OutboxRule<Scheduled extends Caused> = { entity: string; on?: 'insert' } & (
  | { queue: string; messages(change: RowChange): readonly Caused[] }
  | { facts(change: RowChange): readonly (Caused & BusEvent)[] }
  | { schedule(change: RowChange): readonly Scheduled[] }
);

/** A context's part in the outbox: its rules, and by whose act the rows that it owns change (a member's id). */
export type Outbox<Scheduled extends Caused = never> = {
  rules: readonly OutboxRule<Scheduled>[];
  causes?: Readonly<Record<string, (change: RowChange) => string | undefined>>;
};

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** The entities whose every change the outboxes want, and those of which they want new rows only. */
export const watchedBy = (outboxes: readonly Outbox<Caused>[]): { entities: string[]; inserted: string[] } => {
  const rules = outboxes.flatMap((outbox) => outbox.rules);
  const entities = unique(rules.flatMap(({ entity, on }) => (on === undefined ? [entity] : [])));
  const inserted = unique(rules.map(({ entity }) => entity)).filter((entity) => !entities.includes(entity));
  return { entities, inserted };
};

/** The queues that the outboxes send to, in the order in which a batch is sent. */
export const queuesOf = (outboxes: readonly Outbox<Caused>[]): string[] =>
  unique(outboxes.flatMap(({ rules }) => rules.flatMap((rule) => ('queue' in rule ? [rule.queue] : []))));

/** The member whose act a change was, as its row's owner says it; undefined when nobody can tell. */
export const causeOfChange = (outboxes: readonly Outbox<Caused>[], change: RowChange): string | undefined => {
  const entity = (change.after ?? change.before)?.entity;
  if (typeof entity !== 'string') return undefined;
  return outboxes.flatMap(({ causes = {} }) => causes[entity] ?? []).at(0)?.(change);
};

/** What follows from one change, by where it goes. */
export type Consequences<Scheduled> = {
  messages: { queue: string; message: Caused }[];
  scheduled: Scheduled[];
  facts: (Caused & BusEvent)[];
};

/** Nothing follows. */
export const noConsequences = <Scheduled>(): Consequences<Scheduled> => ({ messages: [], scheduled: [], facts: [] });

/** Collects what follows from a change by the rules of all outboxes. Throws when a rule cannot read the row. */
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

/** Reads something out of a change once, however many rules ask for it. */
export const readOnce = <T>(read: (change: RowChange) => T): ((change: RowChange) => T) => {
  const known = new WeakMap<RowChange, { read: T }>();
  return (change) => {
    const found = known.get(change) ?? { read: read(change) };
    known.set(change, found);
    return found.read;
  };
};
