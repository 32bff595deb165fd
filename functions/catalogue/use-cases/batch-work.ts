import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { Clock } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { RulesAt } from '../data/matching-rules.ts';
import type { Patterns } from '../domain/steps/field-condition.ts';

/** The dependencies of processing a batch, with the clock and ids for the history of each record. */
export type BatchWork = {
  table: Table;
  bucket: Bucket;
  rulesAt: RulesAt;
  patterns: Patterns;
  clock: Clock;
  ids: Ids;
};
