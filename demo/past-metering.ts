import { meteringWork } from '../functions/finance/domain/estimate/metering-work.ts';
import { members } from './members.ts';
import { madeUp, type PastSum } from './past.ts';

const traffic = { seconds: 24 * 60 * 60, members: members.length };

/** Returns the use of metering on each day of simulated use, for all members. */
export const pastMetering = (sums: readonly PastSum[]): PastSum[] =>
  [...Map.groupBy(sums, ({ day }) => day)].flatMap(([day, own]) => meteringWork(own, day, traffic).map(madeUp));
