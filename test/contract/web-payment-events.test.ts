import { readFileSync } from 'node:fs';
import { readEvent } from '../../functions/payments/domain/read-event.ts';
import { providerEvents } from '../../web/src/features/payments/accounts/provider-event-names.ts';

const object = {
  ...{ id: 'dp_1', client_reference_id: 'opy_1', payment_status: 'paid', payment_intent: 'pi_1' },
  ...{ amount: 100, amount_total: 100, currency: 'usd', status: 'lost' },
};

test('every event that the page of payment accounts names is read, and is in the guide', () => {
  const guide = readFileSync('docs/payments.md', 'utf8');
  const read = providerEvents.map((type) => readEvent(JSON.stringify({ id: 'evt_1', type, data: { object } })));
  expect(read.every((event) => event?.fact !== undefined || event?.ask !== undefined)).toBe(true);
  expect(providerEvents.filter((type) => !guide.includes(`\`${type}\``))).toEqual([]);
});
