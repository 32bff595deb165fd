import type { PolicyVersion } from '../../../components/policy-versions.ts';

type Kind = PolicyVersion<'notices'>['body']['alwaysOn'][number];

/** The kinds of notices, in the order of a loan. */
export const noticeKinds = [
  ...(['renewed', 'not-renewed', 'due-soon', 'overdue', 'recall', 'lost', 'bill', 'hold-ready'] as const),
  ...(['hold-expiring', 'hold-ended', 'copy-ready', 'request-unfilled', 'new-titles', 'card-expiring'] as const),
  ...(['checkout-receipt', 'renewal-receipt', 'payment-receipt'] as const),
] satisfies Kind[];

/** The settings of a policy for each kind. */
export const kindLists = ['kinds', 'alwaysOn', 'mandatory', 'urgent'] as const;

/** Returns the kinds that a text lists. */
export const kindsIn = (text = ''): Kind[] => noticeKinds.filter((kind) => text.split(' ').includes(kind));
/** Returns kinds as a text, in one order. */
export const kindsText = (kinds: readonly Kind[]): string => kinds.toSorted().join(' ');
