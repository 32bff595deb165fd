import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { partnerStore, withSecret } from '../../data/partner-store.ts';
import { contract } from './contract.ts';

const HOUR_MS = 3_600_000;

export const handler = handle(
  contract,
  (runtime) => ({ partners: partnerStore(openTable(runtime)) }),
  async ({ actor, path: { partnerId }, body: { oldStaysHours }, now }, { partners, ids }) => {
    const before = await partners.get(partnerId);
    if (!before) return refuse('unknown-partner', 'There is no such partner.');
    const [at, secret] = [iso(now), ids.secret()];
    const oldSecretUntil = iso(now + oldStaysHours * HOUR_MS);
    const audit = { subject: `partner:${partnerId}`, at, auditId: ids.next('audit', now), by: actorName(actor) };
    const written = await partners.edit(before, withSecret(before, secret, at, oldSecretUntil), {
      ...{ ...audit, did: 'rotate-partner-secret', detail: { oldSecretUntil } },
    });
    return written === 'written'
      ? answer({ partnerId, secret, secretSince: at, oldSecretUntil })
      : refuse('changed-meanwhile', 'Others changed it: try again.');
  },
);
