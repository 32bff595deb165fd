import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { partnerSecrets, reachOf } from '../../data/partner-secrets.ts';
import { partnerStore, type StoredPartner, shownPartner } from '../../data/partner-store.ts';
import { type PartnerChange, partnerTermsSchema } from '../../domain/partners/partner.ts';
import { auditedTerms, partnerFaults, symbolTaken } from '../../use-cases/partner-change.ts';
import { contract } from './contract.ts';

/** The partner with what the change names; null and undefined differ: the one takes off, the other leaves. */
const changed = (before: StoredPartner, change: PartnerChange): StoredPartner => {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const after = { ...before, ...Object.fromEntries(named) };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)) as StoredPartner;
};

const termsOf = (partner: StoredPartner) =>
  partnerTermsSchema.parse(
    Object.fromEntries(Object.entries(partner).filter(([name]) => Object.hasOwn(partnerTermsSchema.shape, name))),
  );

export const handler = handle(
  contract,
  (runtime) => ({
    partners: partnerStore(openTable(runtime)),
    secrets: partnerSecrets(runtime),
    reach: reachOf(runtime),
  }),
  async ({ actor, path, body: { outboundSecret, ...change }, now, keep }, { partners, secrets, reach, ids }) => {
    const before = await partners.get(path.partnerId);
    if (!before) return refuse('unknown-partner', 'There is no such partner.');
    const secretGiven = outboundSecret !== undefined;
    const secretKept = before.outboundSecretSince !== undefined;
    const after = changed(before, change);
    const refused = partnerFaults({ terms: termsOf(after), secretGiven, hasStoredSecret: secretKept, ...reach });
    if (refused.length > 0) return { refused };
    const at = iso(now);
    if (secretGiven) await secrets.keep(before.partnerId, outboundSecret);
    const kept = { ...after, ...(secretGiven && { outboundSecretSince: at }) };
    const audit = { subject: `partner:${path.partnerId}`, at, auditId: ids.next('audit', now), by: actorName(actor) };
    const detail = { before: auditedTerms(before), after: auditedTerms(kept), newSecret: secretGiven };
    const shown = shownPartner(kept);
    const written = await partners.edit(before, kept, { ...audit, did: 'edit-partner', detail }, keep(shown));
    if (written === 'written') return answer(shown);
    return typeof written === 'object'
      ? symbolTaken(written.taken)
      : refuse('changed-meanwhile', 'Others changed it: try again.');
  },
);
