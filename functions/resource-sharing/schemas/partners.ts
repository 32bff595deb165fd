import * as z from 'zod';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import { type Partner, type PartnerTerms, RETRY_SECONDS } from '../domain/partners/partner.ts';

export const partnerPath = z.strictObject({ partnerId: z.string().min(1).max(64) });

/** The consortium's administrators add and change partners, which serve all members. */
export const partnerKeepers: readonly Permission[] = [{ who: 'staff', roles: ['admin'], at: 'consortium' }];
/** Interlibrary loan staff read what is known of partners. */
export const partnerReaders: readonly Permission[] = [
  ...partnerKeepers,
  { who: 'staff', roles: ['ill'], at: 'own-member' },
];

/** Our own secret for a partner: one line of visible ASCII, as a header or a password can hold it. */
export const outboundSecretSchema = z.string().regex(/^[\x20-\x7e]{1,1000}$/, 'One line of ASCII.');

export const unknownPartner = {
  'unknown-partner': { status: 404, meaning: 'There is no such partner.' },
} as const satisfies Record<string, Refusal>;
/** The reasons against a partner's new state. */
export const partnerRefusals = {
  'address-refused': { status: 422, meaning: 'Messages cannot be sent to this address.' },
  'secret-missing': { status: 422, meaning: 'To sign in at the partner so, our secret for it is needed.' },
  'secret-unused': { status: 422, meaning: 'A secret is sent with a way of signing in only.' },
  'symbol-taken': {
    status: 409,
    meaning: 'A partner or a member has this symbol or account name.',
    params: { symbol: 'the symbol, `type:value`, or `ACCOUNT:name`' },
  },
  'changed-meanwhile': { status: 409, meaning: 'Others changed it at the same time: look at it and try again.' },
} as const satisfies Record<string, Refusal>;

export const exampleTerms: PartnerTerms = {
  name: 'Northern Broker',
  symbols: [{ type: 'ISIL', value: 'XX-NORTH' }],
  address: 'https://broker.example.org/iso18626',
  postalAddress: '12 Harbour Street, Northport 04101',
  dialect: '1.2',
  supplies: true,
  requests: true,
  knowsUsAs: 'consortium',
  outbound: { how: 'basic', username: 'concord' },
  broker: true,
  patronRequests: false,
  secretInAddress: false,
  transitDays: 5,
  loanCost: { amount: 1500, currency: 'USD' },
  lastResort: false,
  services: ['loan', 'copy'],
  countries: [],
  retrySeconds: RETRY_SECONDS,
  conditionsAs: 'retry',
  messagesADay: 5000,
  paused: false,
};
export const examplePartner: Partner = {
  ...exampleTerms,
  partnerId: 'prt_01kb0000000000000000000000',
  createdAt: '2026-11-24T15:00:00.000Z',
  secretSince: '2026-11-24T15:00:00.000Z',
  outboundSecretSince: '2026-11-24T15:00:00.000Z',
};
