import { scanTable } from '../../../../layers/platform/dynamodb/scan-table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { defaultPatrons, patronsKind } from '../../../../layers/records/policies/domain/patrons.ts';
import { ageOut } from '../../data/ages-out-store.ts';
import { giveAllRows } from '../../data/patron-rows.ts';
import { deskStores } from '../../use-cases/desk.ts';
import { erasureAudit } from '../../use-cases/erasure.ts';
import { carryOnAll } from '../../use-cases/merge-patrons.ts';
import { eraseUnfinished } from '../../use-cases/temporary-patrons.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  deskStores,
  async (_event: unknown, { table, policies, ids, ...runtime }, { now }) => {
    const at = iso(now);
    const { body, version } = (await policies.inForce(patronsKind, now)) ?? { body: defaultPatrons, version: 0 };
    const merged = await carryOnAll(table, body.loans, at);
    const given = await giveAllRows(table, () => scanTable(runtime, 'patronPerson'), { body, version }, at);
    const change = (detail: Record<string, string | string[]>) => ({
      ...{ changeId: ids.next('change', now), at, by: 'clock', did: 'grown-up' as const, detail },
    });
    const forgotten = await eraseUnfinished(table, at, erasureAudit(ids, now, 'clock'));
    return { ...merged, given, forgotten, grown: await ageOut(table, body, at.slice(0, 10), change) };
  },
);
