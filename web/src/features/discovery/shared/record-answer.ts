import type { Answered } from '../../../api/current-user.ts';

/** A record's page as the API gives it. */
export type RecordAnswer = Answered<'discovery-get-record'>;
