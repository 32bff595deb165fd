import { EngineUnavailable } from '../../../../layers/platform/search/client.ts';
import type { MessagingDeps } from '../../deps.ts';
import type { PartnerMessageEvent } from '../../domain/messages/partner-message-events.ts';
import { processIncoming } from './process-incoming.ts';
import { sendMessage } from './send-message.ts';

/** The delay in seconds after which a message that needed the search engine is processed again. */
const ENGINE_SECONDS = 300;

/** Processes a stored message: sends one of ours, applies one of a partner. */
export const processMessage = async (deps: MessagingDeps, event: PartnerMessageEvent, now: number): Promise<void> => {
  const row = await deps.messages.get(event);
  if (row?.direction === 'out') await sendMessage(deps, row, now);
  if (row?.direction !== 'in') return;
  try {
    await processIncoming(deps, row, now);
  } catch (error) {
    // The engine recovers, and its outage must not count as a failure of the message.
    if (!(error instanceof EngineUnavailable)) throw error;
    await deps.queue.send([event], ENGINE_SECONDS);
  }
};
