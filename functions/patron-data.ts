import { patronData as ofCirculation } from './circulation/public/patron-data.ts';
import { patronData as ofDigitalLending } from './digital-lending/public/patron-data.ts';
import { patronData as ofDiscovery } from './discovery/public/patron-data.ts';
import { patronData as ofFinance } from './finance/public/patron-data.ts';
import { patronData as ofNotices } from './notices/public/patron-data.ts';
import { patronData as ofOnboarding } from './onboarding/public/patron-data.ts';
import type { PatronData } from './patrons/public/patron-data.ts';
import { patronData as ofPayments } from './payments/public/patron-data.ts';
import { patronData as ofResourceSharing } from './resource-sharing/public/patron-data.ts';
import { patronData as ofTeaching } from './teaching/public/patron-data.ts';

/** The parts of the contexts above patrons in an erasure or merge of a patron. */
export const patronData: readonly PatronData[] = [
  ofNotices,
  ofCirculation,
  ofDiscovery,
  ofResourceSharing,
  ofTeaching,
  ofDigitalLending,
  ofFinance,
  ofOnboarding,
  ofPayments,
];
