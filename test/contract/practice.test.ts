import { practiceRoleSchema } from '../../functions/membership/domain/practice.ts';
import { operations } from '../../functions/operations.ts';
import { mayPractise } from '../../layers/platform/http/may-practise.ts';

/** The operations of the roles that can be tried which the Practice Library does not have, by what they need. */
const lacking: Readonly<Record<string, string>> = {
  'analytics-count-loans': 'facts',
  'analytics-show-value': 'facts',
  'catalogue-run-import': 'machine',
  'catalogue-search-target': 'outside',
  'digital-lending-set-collection': 'partners',
  'discovery-set-cover-providers': 'outside',
  'finance-get-month': 'sizes',
  'finance-get-month-csv': 'sizes',
  'finance-list-operations': 'sizes',
  'finance-list-requests': 'sizes',
  'finance-show-reconciliation': 'sizes',
  'finance-show-trend': 'sizes',
  'governance-open-ballot': 'ballotKeys',
  'governance-step-meeting': 'email site',
  'membership-invite-staff': 'userPool',
  'membership-list-invitations': 'userPool',
  'membership-withdraw-invitation': 'userPool',
  'onboarding-resume-run': 'machine',
  'onboarding-start-run': 'machine',
  'payments-refund-payment': 'partners site',
  'patrons-set-wallet': 'wallets',
  'payments-set-account': 'partners',
  'resource-sharing-add-partner': 'partners',
  'resource-sharing-edit-partner': 'partners',
  'resource-sharing-place-request': 'index machine',
  'resource-sharing-remove-partner': 'partners',
  'resource-sharing-show-request-options': 'index',
  'resource-sharing-supply-copy': 'site',
  'resource-sharing-take-steps': 'machine',
  'webhooks-create-webhook': 'webhooks',
  'webhooks-edit-webhook': 'webhooks',
  'webhooks-remove-webhook': 'webhooks',
  'webhooks-rotate-webhook-secret': 'webhooks',
};

test('the operations that cannot be practised are known, each with what it needs beyond a table and files', () => {
  const roles: readonly string[] = practiceRoleSchema.options;
  const found = operations.filter(
    (contract) =>
      !mayPractise(contract) &&
      contract.permission.some((one) => one.who === 'staff' && one.roles.some((role) => roles.includes(role))),
  );
  const needs = (touches: object) =>
    Object.keys(touches)
      .filter((touch) => !['table', 'bucket', 'taskTokens'].includes(touch))
      .sort()
      .join(' ');
  expect(Object.fromEntries(found.map(({ id, touches }) => [id, needs(touches)]))).toEqual(lacking);
});
