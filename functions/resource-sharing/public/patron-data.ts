import { present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { MoveRow, PatronData } from '../../patrons/public/patron-data.ts';
import { gsi1 } from '../data/keys.ts';

const moveRequest: MoveRow = async ({ table, to }, row) => {
  const { patronId } = to;
  const set = { patron: { patronId }, ...gsi1('loanRequest', { patronId, requestId: String(row.requestId) }) };
  const at = { pk: String(row.pk), sk: String(row.sk) };
  const when = typeof row.v === 'number' ? unchanged(row.v) : present();
  // The relay has sent its facts already; with a raised version it would send them again.
  await table.write([{ update: at, set, remove: ['facts'], when }]);
};

/** The handling of interlibrary requests when a patron is erased or merged. */
export const patronData: PatronData = {
  erasure: { loanRequest: 'drop-patron' },
  indexedRows: { loanRequest: moveRequest },
};
