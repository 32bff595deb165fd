import { present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { MoveRow, PatronData, ReturnedRow } from '../../patrons/public/patron-data.ts';
import { gsi1 } from '../data/keys.ts';
import { readHead } from '../data/loan-request-schemas.ts';
import { hasEnded } from '../domain/workflow/workflow.ts';

const moveRequest: MoveRow = async ({ table, to }, row) => {
  const { patronId } = to;
  const set = { patron: { patronId }, ...gsi1('loanRequest', { patronId, requestId: String(row.requestId) }) };
  const at = { pk: String(row.pk), sk: String(row.sk) };
  const when = typeof row.v === 'number' ? unchanged(row.v) : present();
  // The relay has sent its facts already; with a raised version it would send them again.
  await table.write([{ update: at, set, remove: ['facts'], when }]);
};

/** Returns a request with its place among the holds, when it still belongs to the survivor. */
const returnRequest: ReturnedRow = {
  find: async ({ table, from, to }, { row }) => {
    const at = { pk: String(row.pk), sk: String(row.sk) };
    const found = await table.get(at, { strong: true });
    if (!found || (found.patron as { patronId?: string } | undefined)?.patronId !== to) return undefined;
    const { head, counted } = readHead(found);
    const set = {
      patron: { patronId: from },
      ...gsi1('loanRequest', { patronId: from, requestId: String(row.requestId) }),
    };
    const when = typeof found.v === 'number' ? unchanged(found.v) : present();
    return {
      writes: [{ update: at, set, remove: ['facts'], when }],
      counters: { holds: counted && !hasEnded({ ...head, asks: [] }) ? 1 : 0 },
    };
  },
  line: (row) => ({ kind: 'request', at: String(row.placedAt) }),
};

/** The handling of interlibrary requests when a patron is erased or merged. */
export const patronData: PatronData = {
  erasure: { loanRequest: 'drop-patron' },
  indexedRows: { loanRequest: moveRequest },
  returnedRows: { loanRequest: returnRequest },
};
