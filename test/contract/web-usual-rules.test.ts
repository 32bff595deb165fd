import { RETRY_SECONDS } from '../../functions/resource-sharing/domain/partners/partner.ts';
import { defaultSharingPolicy, sharingPolicySchema } from '../../functions/resource-sharing/domain/sharing-policy.ts';
import { defaultAttributionPolicy } from '../../layers/kernel/usage/attribution.ts';
import { loanRulesSchema } from '../../layers/records/policies/domain/loan-rules.ts';
import { defaultTargeting } from '../../layers/records/policies/domain/targeting.ts';
import { firstBody } from '../../web/src/features/circulation/general-loan-rules/first-rules.ts';
import { usualTargeting } from '../../web/src/features/circulation/targeting-rules/usual-targeting.ts';
import { usualAttribution } from '../../web/src/features/finance/cost-rules/usual-attribution.ts';
import { emptyValues } from '../../web/src/features/resource-sharing/partners/partner-values.ts';
import { usualSharing } from '../../web/src/features/resource-sharing/sharing-rules/usual-sharing.ts';

test('the page of interlibrary loans begins with the rules that the API applies without a policy', () => {
  expect(sharingPolicySchema.parse(usualSharing)).toEqual(defaultSharingPolicy);
});

test('the general loan rules begin with the defaults of the API', () => {
  const first = firstBody('EUR');
  const { lendable, requestOnly, holdable, loanPeriod, renewals, maxLoans, finePerDay, fineCap, graceDays } =
    first.base;
  const { lostCharge, lostAtPrice, holdShelfDays } = first.base;
  const required = { lendable, requestOnly, holdable, loanPeriod, renewals, maxLoans, finePerDay, fineCap, graceDays };
  const base = { ...required, lostCharge, lostAtPrice, holdShelfDays };
  expect(loanRulesSchema.parse({ currency: 'EUR', base, rules: [] })).toEqual(first);
});

test('the page of targeting begins with the rules that the API applies without a policy', () => {
  expect(usualTargeting).toEqual(defaultTargeting);
});

test('the page of attribution begins with the rules that the API applies without a policy', () => {
  expect(usualAttribution).toEqual(defaultAttributionPolicy.rules);
});

test('the form of a new partner begins with the pauses of the API before another try', () => {
  expect(emptyValues.retrySeconds.split(', ').map(Number)).toEqual(RETRY_SECONDS);
});
