import * as z from 'zod';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import type { FactIds } from '../data/fact-ids.ts';

const factMessage = z.looseObject({ fact: z.looseObject({ eventId: z.string() }) });

/**
 * Sends facts to the archive's queue with ids under the deployment's secret: the writer of the archive, which knows no table, never sees
 * the digests.
 */
export const keyedFacts = (queue: Queue, idOf: FactIds): Queue => ({
  send: async (messages, delaySeconds) => {
    const keyed = messages.map(async (message) => {
      const read = factMessage.parse(message);
      return { ...read, fact: { ...read.fact, eventId: await idOf(read.fact.eventId) } };
    });
    await queue.send(await Promise.all(keyed), delaySeconds);
  },
});
