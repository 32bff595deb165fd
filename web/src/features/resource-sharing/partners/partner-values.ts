import type { operations } from '../../../api/current-user.ts';
import type { Partner } from '../shared/use-partners.ts';

type Added = operations['resource-sharing-add-partner']['requestBody']['content']['application/json'];
type Outbound = Added['outbound'];

/** The values of the partner form, as typed. Amounts are in the consortium's currency. */
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
  /** The user name, account or header with which we authenticate there. */
  as: string;
  outboundSecret: string;
  conditionsAs: NonNullable<Added['conditionsAs']>;
  broker: boolean;
  secretInAddress: boolean;
  /** The account id with which the partner authenticates here, besides its id. */
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
  /** The delays between retries, in seconds. */
  retrySeconds: string;
  paused: boolean;
};

/** The defaults of a new partner. */
export const emptyValues: Values = {
  ...{ name: '', symbols: '', address: '', dialect: '1.2', supplies: true, requests: true, knowsUsAs: 'member' },
  ...{ how: 'none', as: '', outboundSecret: '', broker: false, secretInAddress: false, transitDays: '5' },
  ...{ loanCost: '', copyCost: '', lastResort: false, lends: true, copies: true, countries: '' },
  ...{ messagesADay: '5000', paused: false, patronRequests: false, postalAddress: '', accountId: '' },
  conditionsAs: 'retry',
  // The API's defaults.
  retrySeconds: `5, 15, 60, 300, 900, 1800, 3600, 7200, 14400${', 21600'.repeat(11)}`,
};

const asOf = (outbound: Outbound): string => {
  if (outbound.how === 'basic') return outbound.username;
  if (outbound.how === 'message') return outbound.accountId;
  return outbound.how === 'header' ? outbound.header : '';
};

/** Converts a partner to form values. `typed` formats an amount. Our own secret is never shown. */
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

/** Converts form values to a request; an empty cost is `undefined`. `minor` parses an amount. */
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
