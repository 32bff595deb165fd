import type { ConsumerContract } from '../layers/http/consumer.ts';
import { contract as meterUsage } from './finance/meter-usage/contract.ts';
import { contract as readIdleCosts } from './finance/read-idle-costs/contract.ts';
import { contract as authorize } from './membership/authorize/contract.ts';
import { contract as inviteFirstAdministrator } from './membership/invite-first-administrator/contract.ts';

/** Every function that nobody calls over HTTP. */
export const consumers: readonly ConsumerContract[] = [authorize, inviteFirstAdministrator, meterUsage, readIdleCosts];
