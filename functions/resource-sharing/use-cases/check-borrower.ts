import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { and, below, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { refusalOf } from '../../circulation/public/findings.ts';
import { limitFindings } from '../../circulation/public/limit-findings.ts';
import { owedLimit } from '../../circulation/public/owed-limit.ts';
import { policiesFor } from '../../circulation/public/policies-for.ts';
import { statusFindings } from '../../circulation/public/status-findings.ts';
import type { CounterName } from '../../patrons/public/counters.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { Limit } from '../../patrons/public/limits.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import type { borrowerCodes } from '../domain/requests/borrower-codes.ts';
import { currencyOf, type Setting } from './load-setting.ts';

/** A reason why the patron may not place the request. */
export type BorrowerRefusal = RefusalOf<(typeof borrowerCodes)[number]>;

/** The rules by which a patron is judged, with the fines that the patron's open loans have accrued, in minor units. */
type Judging = Pick<Setting, 'rules'> & { accrued: number };

/** A setting for a known patron. */
export type BorrowerSetting = Setting & Judging;

/** Adds to a setting what the patron's open loans have accrued, where the limit of debts counts it; nothing without a patron. */
export const settingFor = async (
  { openLoans }: Pick<ResourceSharingDeps, 'openLoans'>,
  patron: PatronStatus | undefined,
  setting: Setting,
): Promise<BorrowerSetting> => {
  if (!patron) return { ...setting, accrued: 0 };
  const { accrued = 0 } = await openLoans(patron, setting.rules, setting.now);
  return { ...setting, rules: policiesFor(setting.rules, patron), accrued };
};

const limitsOf = (setting: Judging): Limit[] => {
  const { maxHolds, owedLimit: owed } = setting.rules.blocks.body;
  return [{ counter: 'holds', below: maxHolds }, owedLimit(owed, currencyOf(setting), setting.accrued)];
};

/** Checks the patron's card, blocks, holds and debts as for a hold (C86). Returns every reason at once. */
export const borrowerRefusals = (
  patron: PatronStatus,
  { rules, accrued, branch, at }: Pick<BorrowerSetting, 'rules' | 'accrued' | 'branch' | 'at'>,
): BorrowerRefusal[] =>
  [
    ...statusFindings(patron, [memberOfBranch(branch.branchId)], branch.calendar, at, { act: 'hold' }),
    ...limitFindings(patron, limitsOf({ rules, accrued })).flatMap(({ check, ...rest }) =>
      check === 'too-many-holds' || check === 'owed-over-limit' ? [{ check, ...rest }] : [],
    ),
  ].flatMap((found) => (found.passed ? [] : [refusalOf(found)]));

/**
 * Builds the write that counts a request among its patron's holds. The limits are conditions of the write, so that
 * parallel requests cannot exceed them. `lifted` names the limits that staff have overridden.
 */
export const countWrite = (patronId: string, setting: Judging, lifted: readonly CounterName[] = []): Write => {
  const limits = limitsOf(setting).filter(({ counter }) => !lifted.includes(counter));
  return {
    update: patronsKeys.key('patronStatus', { patronId }),
    add: { 'counters.holds': 1 },
    when: and(present(), ...limits.map(({ counter, below: limit }) => below(`counters.${counter}`, limit))),
  };
};
