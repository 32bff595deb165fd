import type { Answered } from '../../session/who.ts';

/** A month's report as the API gives it. */
export type Month = Answered<'finance-get-month'>;
