import type { Answered } from '../../../api/current-user.ts';

/** The API's response for a record page. */
export type RecordAnswer = Answered<'discovery-get-record'>;
