import { present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { MoveRow, PatronData } from '../../patrons/public/patron-data.ts';
import { gsi1 } from '../data/keys.ts';

const movePayment: MoveRow = async ({ table, to }, row) => {
  const { patronId } = to;
  const set = { patron: { patronId }, ...gsi1('onlinePayment', { patronId, paymentId: String(row.paymentId) }) };
  const when = typeof row.v === 'number' ? unchanged(row.v) : present();
  await table.write([{ update: { pk: String(row.pk), sk: String(row.sk) }, set, when }]);
};

/** The handling of online payments when a patron is erased or merged. */
export const patronData: PatronData = {
  erasure: {
    onlinePayment: 'drop-patron',
    ...{ paymentIntent: 'closed', providerPayout: 'closed', paymentEvent: 'closed', openRefund: 'closed' },
    onlineMatter: 'closed',
  },
  indexedRows: { onlinePayment: movePayment },
};
