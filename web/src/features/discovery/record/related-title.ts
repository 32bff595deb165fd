import type { Answered } from '../../../api/current-user.ts';

/** A title in a list of titles related to a record. */
export type RelatedTitle = Answered<'discovery-list-related'>['similar'][number];
