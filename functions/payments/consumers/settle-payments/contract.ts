import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Compares online payments with the provider: ends pages whose bills a desk was paid for, asks about pages that have ended, sends requested
 * refunds again, and reconciles each payout once, and again while it differs. A payment whose event was lost is posted. Repeating it changes nothing.
 */
export const contract = consumer({
  id: 'payments-settle-payments',
  context: 'payments',
  service: 'circulation',
  summary: 'Compare online payments and payouts with the payment provider',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write', partners: 'send', site: true },
  timeoutSeconds: 300,
  errorImpact: 'Payments whose event was lost stay open, and payouts are not compared.',
});
