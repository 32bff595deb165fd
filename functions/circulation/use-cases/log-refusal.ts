import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { refusalWrite } from '../data/refusal-store.ts';
import type { Channel } from '../domain/decisions/channel.ts';
import { type RefusedDecision, refusalFact } from '../domain/decisions/decisions-made.ts';

/** The log entry of a refusal: the requested decision, and an id that names nothing else. */
export type RefusalLog = RefusedDecision & { refusalId: string };

/** Returns the channel of an actor. */
export const channelOf = (actor: Actor | undefined): Channel => {
  if (actor === undefined) return 'system';
  return ({ staff: 'desk', machine: 'self-check', patron: 'patron' } as const)[actor.kind];
};

/**
 * Writes a refused decision for the archive: one row that the relay sends on and that expires after a day. A refusal changes nothing else,
 * so no transaction can carry it; when this write fails, the caller is refused nevertheless and the archive lacks the refusal.
 */
export const logRefusal = async (table: Table, log: RefusalLog, codes: readonly string[]): Promise<void> => {
  try {
    await table.write([refusalWrite(refusalFact(log, codes, log.refusalId), log)]);
  } catch (error) {
    logError('log a refusal', error);
  }
};
