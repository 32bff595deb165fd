import { WHILE_ASKED } from './requester-asking.ts';
import { AFTER_THE_LOAN } from './requester-endings.ts';
import { WITH_THE_ITEM } from './requester-lending.ts';
import { BEFORE_ASKING } from './requester-review.ts';
import type { RequesterState, StateRow } from './states.ts';

/** The requester’s half of the workflow: state and trigger determine next state, message and timer; phase by phase. */
export const REQUESTER_TABLE: Record<RequesterState, StateRow<RequesterState>> = {
  ...BEFORE_ASKING,
  ...WHILE_ASKED,
  ...WITH_THE_ITEM,
  ...AFTER_THE_LOAN,
};
