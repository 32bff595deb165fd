import type { Particulars } from '../messages/message.ts';
import type { DoneBy, Undelivered } from '../requests/request.ts';
import type { OpenInterval, TimerPolicy } from './timers.ts';
import type { Side } from './triggers.ts';

/**
 * The context of a trigger: its side, its time, its actor. `askId` names the ask (for `ask` the new one's id); messages
 * also carry their `sequence`. `open` is the supplier's calendar, when the policy counts open hours.
 */
export type TriggerContext = {
  side: Side;
  at: string;
  by: DoneBy;
  policy: TimerPolicy;
  askId?: string;
  sequence?: number;
  open?: readonly OpenInterval[];
  /** The message that did not reach the partner, and why. */
  undelivered?: Undelivered;
} & Particulars;
