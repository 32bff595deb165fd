import type { Answered } from '../../../api/current-user.ts';

/** A month's report as returned by the API. */
export type Month = Answered<'finance-get-month'>;
