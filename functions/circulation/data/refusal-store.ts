import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { DecisionFact } from '../domain/decisions/decision-fact.ts';
import { key } from './keys.ts';

/** How long a refusal waits in the table, in seconds: the stream delivers it within one day, or never. */
const WAITS_SECONDS = 24 * 60 * 60;

/** Returns the write of a refusal, from where the relay sends its fact to the archive. */
export const refusalWrite = (fact: DecisionFact, { refusalId, at }: { refusalId: string; at: string }): Write => ({
  put: {
    ...key('refusal', { refusalId }),
    ...stamp('refusal', 1),
    fact,
    member: fact.member,
    expiresAt: Math.floor(Date.parse(at) / 1000) + WAITS_SECONDS,
  },
});
