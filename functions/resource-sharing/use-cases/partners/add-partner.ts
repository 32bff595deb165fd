import { answer, type Outcome, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { PartnerSecretDeps } from '../../deps.ts';
import type { Partner, PartnerTerms } from '../../domain/partners/partner.ts';
import type { partnerRefusals } from '../../schemas/partners.ts';
import { auditedTerms, partnerFaults, symbolTaken } from './check-partner.ts';

/** The terms of a new partner, with our own secret for it, and who adds it. */
export type NewPartner = { terms: PartnerTerms; outboundSecret?: string | undefined; by: string; now: number };

type Changing = Pick<PartnerSecretDeps, 'partners' | 'secrets' | 'reach' | 'leadsToPrivate'> & { ids: Ids };

/** Adds a partner. Returns it with the secret that it presents to us, which is never returned again. */
export const addPartner = async (
  { partners, secrets, reach, leadsToPrivate, ids }: Changing,
  { terms, outboundSecret, by, now }: NewPartner,
): Promise<Outcome<Partner & { secret: string }, keyof typeof partnerRefusals>> => {
  const secretGiven = outboundSecret !== undefined;
  const isPrivate = await leadsToPrivate(terms.address);
  const refused = partnerFaults({ terms, secretGiven, hasStoredSecret: false, isPrivate, ...reach });
  if (refused.length > 0) return { refused };
  const [partnerId, at, secret] = [ids.next('partner', now), iso(now), ids.secret()];
  const partner: Partner = {
    ...{ ...terms, partnerId, createdAt: at, secretSince: at },
    ...(secretGiven && { outboundSecretSince: at }),
  };
  // The secret first: a stored partner can be contacted at once. Should the write fail, the secret belongs to nobody.
  if (secretGiven) await secrets.store(partnerId, outboundSecret);
  const audit = { subject: `partner:${partnerId}`, at, auditId: ids.next('audit', now), by };
  const written = await partners.add(partner, secret, { ...audit, did: 'add-partner', detail: auditedTerms(partner) });
  if (written === 'written') return answer({ ...partner, secret });
  return typeof written === 'object'
    ? symbolTaken(written.taken)
    : refuse('changed-meanwhile', 'Somebody else was faster: try again.');
};
