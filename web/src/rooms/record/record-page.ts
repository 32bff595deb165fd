import type { Answered } from '../../session/who.ts';

/** A record's page as the API gives it. */
export type RecordPage = Answered<'discovery-get-record'>;
