import type { ConsumerContract } from '../layers/platform/http/consumer.ts';
import { contract as carryItemBatches } from './catalogue/consumers/carry-item-batches/contract.ts';
import { contract as countInventories } from './catalogue/consumers/count-inventories/contract.ts';
import { contract as finishImport } from './catalogue/consumers/finish-import/contract.ts';
import { contract as importPart } from './catalogue/consumers/import-part/contract.ts';
import { contract as indexChanges } from './catalogue/consumers/index-changes/contract.ts';
import { contract as prepareImport } from './catalogue/consumers/prepare-import/contract.ts';
import { contract as rebuildIndex } from './catalogue/consumers/rebuild-index/contract.ts';
import { contract as retryIndex } from './catalogue/consumers/retry-index/contract.ts';
import { contract as changeTimedHolds } from './circulation/consumers/change-timed-holds/contract.ts';
import { contract as rebuildWatches } from './circulation/consumers/rebuild-watches/contract.ts';
import { contract as rememberLoan } from './circulation/consumers/remember-loan/contract.ts';
import { contract as runClock } from './circulation/consumers/run-clock/contract.ts';
import { contract as targetHolds } from './circulation/consumers/target-holds/contract.ts';
import { contract as wakeHolds } from './circulation/consumers/wake-holds/contract.ts';
import { contract as sweepTombstones } from './discovery/consumers/sweep-tombstones/contract.ts';
import { contract as advancePeriod } from './finance/consumers/advance-period/contract.ts';
import { contract as awaitPeriod } from './finance/consumers/await-period/contract.ts';
import { contract as meterUsage } from './finance/consumers/meter-usage/contract.ts';
import { contract as packEvidence } from './finance/consumers/pack-evidence/contract.ts';
import { contract as readBill } from './finance/consumers/read-bill/contract.ts';
import { contract as readIdleCosts } from './finance/consumers/read-idle-costs/contract.ts';
import { contract as watchBudgets } from './finance/consumers/watch-budgets/contract.ts';
import { contract as authorize } from './membership/consumers/authorize/contract.ts';
import { contract as inviteFirstAdministrator } from './membership/consumers/invite-first-administrator/contract.ts';
import { contract as sendDigests } from './notices/consumers/send-digests/contract.ts';
import { contract as sendNotice } from './notices/consumers/send-notice/contract.ts';
import { contract as endLoadRun } from './onboarding/consumers/end-run/contract.ts';
import { contract as prepareLoadRun } from './onboarding/consumers/prepare-run/contract.ts';
import { contract as runLoadPart } from './onboarding/consumers/run-part/contract.ts';
import { contract as relayFacts } from './outbox/consumers/relay-changes/contract.ts';
import { contract as carryOnPatrons } from './patrons/consumers/carry-on/contract.ts';
import { contract as erasePatrons } from './patrons/consumers/erase-patrons/contract.ts';
import { contract as advanceLoanRequest } from './resource-sharing/consumers/advance-request/contract.ts';
import { contract as awaitNews } from './resource-sharing/consumers/await-news/contract.ts';
import { contract as carryMail } from './resource-sharing/consumers/carry-mail/contract.ts';
import { contract as followItem } from './resource-sharing/consumers/follow-item/contract.ts';
import { contract as forgetLoanCopies } from './resource-sharing/consumers/forget-copies/contract.ts';
import { contract as endTerms } from './teaching/consumers/end-terms/contract.ts';
import { contract as rollYears } from './teaching/consumers/roll-years/contract.ts';

/** Every function that nobody calls over HTTP. */
export const consumers: readonly ConsumerContract[] = [
  runClock,
  rebuildWatches,
  advanceLoanRequest,
  awaitNews,
  followItem,
  forgetLoanCopies,
  carryMail,
  prepareImport,
  importPart,
  finishImport,
  indexChanges,
  retryIndex,
  rebuildIndex,
  carryItemBatches,
  countInventories,
  authorize,
  inviteFirstAdministrator,
  advancePeriod,
  awaitPeriod,
  meterUsage,
  packEvidence,
  readIdleCosts,
  watchBudgets,
  readBill,
  relayFacts,
  erasePatrons,
  carryOnPatrons,
  rememberLoan,
  sendNotice,
  sendDigests,
  sweepTombstones,
  targetHolds,
  wakeHolds,
  changeTimedHolds,
  endTerms,
  rollYears,
  prepareLoadRun,
  runLoadPart,
  endLoadRun,
];
