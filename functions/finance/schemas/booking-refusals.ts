import { refuse } from '../../../layers/platform/http/outcome.ts';

/** The reasons why a manual booking is refused, for contracts. */
export const bookedRefusals = {
  'month-closed': { status: 409, meaning: 'The month is closed: nothing is booked into it any more.' },
} as const;

/** Returns the refusal of a booking into a closed month. */
export const monthClosed = () => refuse('month-closed', 'The month is closed.');
