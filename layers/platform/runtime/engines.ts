/**
 * The services of a handler besides the table, as interfaces. The platform implements them with AWS clients; a runtime may replace them
 * (`Runtime.engines`), as tests do.
 */
export type Engines = {
  bucket: Bucket;
  /** The event bus of a source. */
  bus: (source: BusSource) => Bus;
  workflow: Workflow;
  factQueries: FactQueries;
};

/** Queries of the archive of facts: one SELECT; the rows by column name, every value as text, null where there is none. */
export type FactQueries = { rows(sql: string): Promise<Record<string, string | null>[]> };

/** The deployment's bucket: load files, rejected records, records too large for the table. */
export type Bucket = {
  /** `rare` for files that are hardly ever read: stored in a cheaper class when large enough. */
  put(key: string, body: Uint8Array | string, how?: { rare?: boolean }): Promise<void>;
  /** Returns the whole object; undefined when there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Returns its size in bytes; undefined when there is none. */
  size(key: string): Promise<number | undefined>;
  /** Streams the bytes from `start` up to, but not including, `end`. */
  range(key: string, start: number, end: number): AsyncIterable<Uint8Array>;
  /** Returns an address that accepts one PUT of exactly this number of bytes until it expires (seconds from now). */
  uploadUrl(key: string, bytes: number, seconds: number): Promise<string>;
  /** Returns an address that serves the object with this media type until it expires (seconds from now). */
  downloadUrl(key: string, type: string, seconds: number): Promise<string>;
  /** Lists keys with a prefix in order, after a given one: at most a thousand, none at the end. */
  list(prefix: string, after?: string): Promise<string[]>;
  /** Permanently deletes every version of an object. */
  forget(key: string): Promise<void>;
};

/** An event for external subscribers: its name and content, and its source where it is not that of the bus. */
export type BusEvent = { name: string; detail: unknown; source?: string };

/** The part of the system that publishes an event; subscribers filter by it. */
export type BusSource = 'concord.circulation' | 'concord.finance';

/** The bus for external subscribers. Throws when it did not accept all events. */
export type Bus = { publish(events: readonly BusEvent[]): Promise<void> };

/** A state machine that performs due work, waits for an event by a task token, and continues. It stores ids only. */
export type Workflow = {
  /** Starts an execution under a unique name; an existing name is not an error. */
  start(name: string, input: Record<string, string | number>): Promise<void>;
  /** Completes the waiting task. Returns false when its token has expired or was used. */
  wake(token: string): Promise<boolean>;
};
