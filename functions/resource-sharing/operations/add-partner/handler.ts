import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { partnerSecrets, reachOf } from '../../data/partner-secrets.ts';
import { partnerStore } from '../../data/partner-store.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { auditedTerms, partnerFaults, symbolTaken } from '../../use-cases/partner-change.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({
    partners: partnerStore(openTable(runtime)),
    secrets: partnerSecrets(runtime),
    reach: reachOf(runtime),
  }),
  async ({ actor, body: { outboundSecret, ...terms }, now }, { partners, secrets, reach, ids }) => {
    const secretGiven = outboundSecret !== undefined;
    const refused = partnerFaults({ terms, secretGiven, hasStoredSecret: false, ...reach });
    if (refused.length > 0) return { refused };
    const [partnerId, at, secret] = [ids.next('partner', now), iso(now), ids.secret()];
    const partner: Partner = {
      ...{ ...terms, partnerId, createdAt: at, secretSince: at },
      ...(secretGiven && { outboundSecretSince: at }),
    };
    // First the secret: a partner that is there can be spoken to. Should the write fail, it is nobody's.
    if (secretGiven) await secrets.keep(partnerId, outboundSecret);
    const audit = { subject: `partner:${partnerId}`, at, auditId: ids.next('audit', now), by: actorName(actor) };
    const detail = auditedTerms(partner);
    const written = await partners.add(partner, secret, { ...audit, did: 'add-partner', detail });
    if (written === 'written') return answer({ ...partner, secret });
    return typeof written === 'object'
      ? symbolTaken(written.taken)
      : refuse('changed-meanwhile', 'Somebody else was faster: try again.');
  },
);
