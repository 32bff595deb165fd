import type { LinkProps } from '@tanstack/react-router';
import type { PolicyKind } from '../../../components/policy-versions.ts';
import type { MessageKey } from '../../../i18n/translate.ts';

/** The page of each kind of policy, and its name. */
export const policyPages: Readonly<Record<PolicyKind, { text: MessageKey; to: NonNullable<LinkProps['to']> }>> = {
  'loan-rules': { text: 'at.loan-rules', to: '/loan-rules' },
  floors: { text: 'at.rule-bounds', to: '/rule-bounds' },
  blocks: { text: 'at.limits', to: '/limits' },
  attribution: { text: 'at.attribution', to: '/attribution' },
  fees: { text: 'at.fees', to: '/fees' },
  'resource-sharing': { text: 'at.sharing-rules', to: '/sharing-rules' },
  patrons: { text: 'at.patron-rules', to: '/patron-rules' },
  movement: { text: 'at.movement-rules', to: '/movement-rules' },
  targeting: { text: 'at.targeting-rules', to: '/targeting-rules' },
  holds: { text: 'at.hold-rules', to: '/hold-rules' },
  'cost-sharing': { text: 'at.workbench', to: '/workbench' },
  notices: { text: 'at.notice-rules', to: '/notice-rules' },
  billing: { text: 'at.billing-rules', to: '/billing-rules' },
  'free-tier': { text: 'at.free-tier', to: '/free-tier' },
  'union-record': { text: 'at.union-rules', to: '/union-rules' },
  'copy-targets': { text: 'at.copy-targets', to: '/copy-targets' },
  matching: { text: 'at.match-rules', to: '/match-rules' },
  headings: { text: 'at.shown-headings', to: '/shown-headings' },
  exceptions: { text: 'at.exceptions', to: '/exceptions' },
  bylaws: { text: 'at.bylaws', to: '/bylaws' },
  'price-book': { text: 'at.prices', to: '/prices' },
};

/** Returns the page of a policy by its name as the API writes it. */
export const policyPageOf = (kind: string) => Object.entries(policyPages).find(([name]) => name === kind)?.[1];
