import type { Grant } from '../../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { answer, type Outcome, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import type { MessagePlace } from '../../data/partner-message-rows.ts';
import type { MessageLogDeps } from '../../deps.ts';
import type { MessageView } from '../../schemas/messages.ts';
import { mayReadMessage } from './list-messages.ts';
import { messageView } from './message-view.ts';

type Resending = {
  place: MessagePlace;
  staff: { grants: readonly Grant[] };
  now: number;
  keep: (view: MessageView) => Write[];
};

/** Sends a failed message again, as a new row; `keep` stores the answer with it. */
export const resendMessage = async (
  { messages }: Pick<MessageLogDeps, 'messages'>,
  { place, staff, now, keep }: Resending,
): Promise<Outcome<MessageView, 'unknown-message' | 'not-failed'>> => {
  const row = await messages.get(place);
  if (!row || !mayReadMessage(staff, row)) return refuse('unknown-message', 'There is no such message.');
  attributeUsage({ requester: row.member });
  const isFailed = row.direction === 'out' && row.state === 'failed';
  const again = isFailed ? await messages.resend(row, iso(now), (anew) => keep(messageView(anew, true))) : undefined;
  return again ? answer(messageView(again, true)) : refuse('not-failed', 'It did not fail, or is on its way again.');
};
