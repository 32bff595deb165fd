import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import type { Worker } from '../../../layers/platform/http/work.ts';
import type { Call } from '../../builders/call.ts';

/** One request of an operation on records made for it, at an instant (by default an hour after they were made). */
export type Asking = {
  what: string;
  handler: OperationHandler;
  prepare: (table: Table) => Promise<Call>;
  when?: string;
  /** Why a client that repeats a call without having an answer may get another one: for operations without a key. */
  again?: string;
  /** Consequences by the stream are awaited: they free a copy that a dead worker left paged, and notify a workflow. */
  settles?: true;
};

/** One delivery to a consumer on records made for it. */
export type Delivery = {
  what: string;
  worker: Worker<never, unknown>;
  prepare: (table: Table) => Promise<unknown>;
  when?: string;
  /** The minutes after which a schedule calls it again, when it holds a lease; by default those of a queue. */
  minutesLater?: number;
  /** The records of a worker whose result is unknown: results that follow from them are valid, too. */
  orElse?: (table: Table) => Promise<unknown>;
};

export type Scenario = Asking | Delivery;

/** The scenarios of a function, or the reason for having none here. */
export type Scenarios = readonly Scenario[] | string;
