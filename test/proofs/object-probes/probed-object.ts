import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Call } from '../../builders/call.ts';

/** An object of a member, and the request by which its owner acts on it. */
export type ProbedObject = {
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** By default the example's, at the owner's library. */
  body?: object;
  /** Its owner; by default staff with every role at cedar. The request is then complete. */
  actor?: Actor;
  when?: string;
  /** What others ask, where it is not the same at their own library. */
  asked?: Pick<Call, 'actor' | 'path' | 'body'>;
};

/** Makes an object of a member in a table. */
export type Maker = (table: Table) => Promise<ProbedObject>;
