import type { operations } from '../../../api/current-user.ts';
import type { Partner } from '../shared/use-partners.ts';

type Added = operations['resource-sharing-add-partner']['requestBody']['content']['application/json'];
type Outbound = Added['outbound'];

/** What a form of a partner holds: text as it is typed. Amounts are of the consortium’s currency. */
export type Values = {
  name: string;
  symbols: string;
  address: string;
  dialect: Added['dialect'];
  supplies: boolean;
  requests: boolean;
  patronRequests: boolean;
  knowsUsAs: Added['knowsUsAs'];
  how: Outbound['how'];
  /** The user name, account or header by which we sign in there. */
  as: string;
  outboundSecret: string;
  conditionsAs: NonNullable<Added['conditionsAs']>;
  broker: boolean;
  secretInAddress: boolean;
  /** The name that it signs in by here, beside its id. */
  accountId: string;
  transitDays: string;
  postalAddress: string;
  loanCost: string;
  copyCost: string;
  lastResort: boolean;
  lends: boolean;
  copies: boolean;
  countries: string;
  messagesADay: string;
  /** Pauses before another try, in seconds, one after another. */
  retrySeconds: string;
  paused: boolean;
};

/** What a new partner begins with. */
export const emptyValues: Values = {
  ...{ name: '', symbols: '', address: '', dialect: '1.2', supplies: true, requests: true, knowsUsAs: 'member' },
  ...{ how: 'none', as: '', outboundSecret: '', broker: false, secretInAddress: false, transitDays: '5' },
  ...{ loanCost: '', copyCost: '', lastResort: false, lends: true, copies: true, countries: '' },
  ...{ messagesADay: '5000', paused: false, patronRequests: false, postalAddress: '', accountId: '' },
  conditionsAs: 'retry',
  // As the API has them where nothing is said.
  retrySeconds: '5, 15, 60, 300, 900, 900, 900, 900, 3600, 3600, 3600, 10800',
};

const asOf = (outbound: Outbound): string => {
  if (outbound.how === 'basic') return outbound.username;
  if (outbound.how === 'message') return outbound.accountId;
  return outbound.how === 'header' ? outbound.header : '';
};

/** A partner as a form shows it. `typed` writes an amount as one types it. Our own secret is never shown. */
export const valuesOf = (partner: Partner, typed: (minor: number, currency: string) => string): Values => {
  const { symbols, outbound, loanCost, copyCost, services, countries, transitDays, messagesADay, ...same } = partner;
  const { accountId = '', retrySeconds } = partner;
  return {
    ...same,
    symbols: symbols.map(({ type, value }) => `${type}:${value}`).join('; '),
    ...{ how: outbound.how, as: asOf(outbound), outboundSecret: '' },
    ...{ transitDays: String(transitDays), messagesADay: String(messagesADay) },
    ...{ accountId, retrySeconds: retrySeconds.join(', ') },
    postalAddress: partner.postalAddress ?? '',
    loanCost: loanCost ? typed(loanCost.amount, loanCost.currency) : '',
    copyCost: copyCost ? typed(copyCost.amount, copyCost.currency) : '',
    lends: services.includes('loan'),
    copies: services.includes('copy'),
    countries: countries.join(', '),
  };
};

const listed = (text: string): string[] => text.split(/[;,\s]+/).filter(Boolean);

const symbolsOf = (text: string): Added['symbols'] =>
  listed(text).map((one) => {
    const colon = one.indexOf(':');
    return colon > 0 ? { type: one.slice(0, colon), value: one.slice(colon + 1) } : { type: 'ISIL', value: one };
  });

const outboundOf = ({ how, as }: Values): Outbound => {
  if (how === 'basic') return { how, username: as };
  if (how === 'message') return { how, accountId: as };
  return how === 'header' ? { how, header: as } : { how };
};

type Money = { amount: number; currency: string };

/** What a form says, as the API takes it; a cost that was left empty is `undefined`. `minor` reads an amount. */
export const partnerBody = (
  values: Values,
  currency: string | undefined,
  minor: (text: string, currency: string) => number | undefined,
) => {
  const cost = (text: string): Money | undefined => {
    const amount = currency === undefined || text.trim() === '' ? undefined : minor(text, currency);
    return amount === undefined || currency === undefined ? undefined : { amount, currency };
  };
  const { name, address, dialect, supplies, requests, knowsUsAs, broker, secretInAddress, lastResort, paused } = values;
  const { outboundSecret, patronRequests, conditionsAs } = values;
  return {
    ...{
      name,
      address,
      dialect,
      supplies,
      requests,
      knowsUsAs,
      broker,
      secretInAddress,
      lastResort,
      paused,
      patronRequests,
      conditionsAs,
    },
    symbols: symbolsOf(values.symbols),
    outbound: outboundOf(values),
    transitDays: Number(values.transitDays),
    messagesADay: Number(values.messagesADay),
    retrySeconds: listed(values.retrySeconds).map(Number),
    accountId: values.accountId.trim() || undefined,
    services: [...(values.lends ? (['loan'] as const) : []), ...(values.copies ? (['copy'] as const) : [])],
    countries: listed(values.countries.toUpperCase()),
    postalAddress: values.postalAddress.trim() || undefined,
    loanCost: cost(values.loanCost),
    copyCost: cost(values.copyCost),
    ...(outboundSecret !== '' && { outboundSecret }),
  };
};
