import { refuse } from '../../../layers/platform/http/outcome.ts';

/** Why what is booked by hand is not booked, as contracts list it. */
export const bookedRefusals = {
  'month-closed': { status: 409, meaning: 'The month is closed: nothing is booked into it any more.' },
} as const;

/** The same, answered. */
export const monthClosed = () => refuse('month-closed', 'The month is closed.');
