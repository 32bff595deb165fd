import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import type { PatronChange } from '../domain/record/change.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import type { StoredCard } from './card-store.ts';
import type { StoredPerson } from './patron-schemas.ts';

/** Two patrons as read for a merge, with the other's PIN and cards. */
export type MergeOf = {
  survivor: { status: PatronStatus; person: StoredPerson; hasPin: boolean };
  other: { status: PatronStatus; person: StoredPerson; pinHash?: string | undefined; cards: StoredCard[] };
  oldCard: PatronsPolicy['merging']['oldCard'];
  /** Epoch ms. */
  now: number;
  /** The day at the desk: blocks that ended before it do not go on. */
  day: string;
  by: string;
  change: PatronChange;
  audit: AuditLine;
};
