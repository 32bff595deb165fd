import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import type { Worker } from '../../../layers/platform/http/work.ts';
import type { Call } from '../../builders/call.ts';

/** One request of an operation on records made for it, at an instant (an hour after they were made unless it says). */
export type Asking = {
  what: string;
  handler: OperationHandler;
  prepare: (table: Table) => Promise<Call>;
  when?: string;
  /** Why a client that asks again without having heard may hear something else: of operations that keep no key. */
  again?: string;
  /** What the stream brings on at once is awaited: by it a copy that a worker who died left paged is freed, a workflow told. */
  settles?: true;
};

/** One delivery to a consumer on records made for it. */
export type Delivery = {
  what: string;
  worker: Worker<never, unknown>;
  prepare: (table: Table) => Promise<unknown>;
  when?: string;
  /** The records as a worker leaves them of which nobody knows whether it was heard: what comes of them is right, too. */
  orElse?: (table: Table) => Promise<unknown>;
};

export type Scenario = Asking | Delivery;

/** The scenarios of a function, or in words why it has none here. */
export type Scenarios = readonly Scenario[] | string;
