/**
 * The services beside the table that a handler works with, as interfaces. The platform implements them with the clients of AWS; a
 * runtime may carry others in their place (`Runtime.engines`), which tests do.
 */
export type Engines = {
  bucket: Bucket;
  /** The bus of a source. */
  bus: (source: BusSource) => Bus;
  workflow: Workflow;
};

/** The deployment's bucket: files of loads, what was rejected, records too large for the table. */
export type Bucket = {
  /** `rare` where hardly anybody will ever read it: it is kept in the class for that, when it is large enough. */
  put(key: string, body: Uint8Array | string, how?: { rare?: boolean }): Promise<void>;
  /** The whole object; undefined when there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Its size in bytes; undefined when there is none. */
  size(key: string): Promise<number | undefined>;
  /** The bytes from `start` to before `end`, as they come. */
  range(key: string, start: number, end: number): AsyncIterable<Uint8Array>;
  /** An address that takes one PUT of exactly so many bytes until it expires (seconds from now). */
  uploadUrl(key: string, bytes: number, seconds: number): Promise<string>;
  /** An address that gives the object as a file of this media type until it expires (seconds from now). */
  downloadUrl(key: string, type: string, seconds: number): Promise<string>;
  /** Deletes an object for good: every version of it. */
  forget(key: string): Promise<void>;
};

/** An event for subscribers outside: its name and what it says. */
export type BusEvent = { name: string; detail: unknown };

/** Which part of the system publishes an event: subscribers filter by it. */
export type BusSource = 'concord.circulation' | 'concord.finance';

/** The bus that outsiders subscribe to. Throws when it did not take all events. */
export type Bus = { publish(events: readonly BusEvent[]): Promise<void> };

/** A state machine that does what is due, waits for an event by a task token, and does what is due again. It holds ids only. */
export type Workflow = {
  /** Starts an execution under a name; a name that was started before is no error. */
  start(name: string, input: Record<string, string | number>): Promise<void>;
  /** Ends the waiting task. Returns false when its token has run out or was used: nothing waits by it. */
  wake(token: string): Promise<boolean>;
};
