import { exampleMessage } from '../../functions/resource-sharing/schemas/messages.ts';
import { examplePartner } from '../../functions/resource-sharing/schemas/partners.ts';

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** The libraries outside of the fixture: a broker, and a library of last resort. */
export const fixturePartners = [
  { ...examplePartner, partnerId: 'prt_1', name: 'Northern Broker', loanCost: { amount: 1500, currency: 'EUR' } },
  {
    ...examplePartner,
    ...{ partnerId: 'prt_2', name: 'Harbour City Archive', symbols: [{ type: 'ISIL', value: 'XX-HARB' }] },
    ...{ broker: false, lastResort: true, paused: true, supplies: true, requests: false },
  },
];

const { error: _error, settledAt: _settledAt, ...sent } = { ...exampleMessage, partnerId: 'prt_1' };
const xml = '<ISO18626Message xmlns="http://illtransactions.org/2013/iso18626">…</ISO18626Message>';

/** The messages about a request: the request, a promise, a message without effect, and an undelivered one. */
export const fixtureMail = [
  { ...sent, messageId: 'm1', at: hoursAgo(30), state: 'confirmed', summary: 'Asks for it', attempts: 1, xml },
  {
    ...{ ...sent, messageId: 'm2', at: hoursAgo(20), direction: 'in' as const, state: 'applied' },
    ...{ summary: 'Will supply it', attempts: undefined },
  },
  {
    ...{ ...sent, messageId: 'm4', at: hoursAgo(6), direction: 'in' as const, state: 'refused', attempts: undefined },
    ...{ summary: 'Claims for damage: 20.00 USD', why: 'not-in-this-state', mended: ['header/timestamp'] },
  },
  { ...exampleMessage, partnerId: 'prt_1', messageId: 'm3', at: hoursAgo(2), summary: 'Asks to cancel it' },
];
