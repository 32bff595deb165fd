import type { Answered } from '../../../api/current-user.ts';

/** A month's report as the API gives it. */
export type Month = Answered<'finance-get-month'>;
