import type { Answered } from '../../../api/current-user.ts';

/** A record's page as the API gives it. */
export type RecordPage = Answered<'discovery-get-record'>;
