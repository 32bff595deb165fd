import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { answer, type Outcome, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { type StoredPartner, shownPartner } from '../../data/partner-store.ts';
import type { PartnerSecretDeps } from '../../deps.ts';
import { type Partner, type PartnerChange, partnerTermsSchema } from '../../domain/partners/partner.ts';
import type { partnerRefusals, unknownPartner } from '../../schemas/partners.ts';
import { auditedTerms, partnerFaults, symbolTaken } from './check-partner.ts';

type Code = keyof typeof partnerRefusals | keyof typeof unknownPartner;

/** The changes of a partner, with our new secret for it, and the person who changes it. `keep` stores the answer with the change. */
export type EditedPartner = {
  partnerId: string;
  change: PartnerChange;
  outboundSecret?: string | undefined;
  by: string;
  now: number;
  keep: (shown: Partner) => Write[];
};

/** Applies a change: a field that is null is removed, one that is undefined stays. */
const changed = (before: StoredPartner, change: PartnerChange): StoredPartner => {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const after = { ...before, ...Object.fromEntries(named) };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)) as StoredPartner;
};

const termsOf = (partner: StoredPartner) =>
  partnerTermsSchema.parse(
    Object.fromEntries(Object.entries(partner).filter(([name]) => Object.hasOwn(partnerTermsSchema.shape, name))),
  );

type Changing = Pick<PartnerSecretDeps, 'partners' | 'secrets' | 'reach' | 'leadsToPrivate'> & { ids: Ids };

/** Changes the terms of a partner, or our secret for it. */
export const editPartner = async (
  { partners, secrets, reach, leadsToPrivate, ids }: Changing,
  { partnerId, change, outboundSecret, by, now, keep }: EditedPartner,
): Promise<Outcome<Partner, Code>> => {
  const before = await partners.get(partnerId);
  if (!before) return refuse('unknown-partner', 'There is no such partner.');
  const secretGiven = outboundSecret !== undefined;
  const hasStoredSecret = before.outboundSecretSince !== undefined;
  const after = changed(before, change);
  // A partner that moved into a private network can still be paused, or given another name.
  const isPrivate = change.address !== undefined && (await leadsToPrivate(change.address));
  const refused = partnerFaults({ terms: termsOf(after), secretGiven, hasStoredSecret, isPrivate, ...reach });
  if (refused.length > 0) return { refused };
  const at = iso(now);
  if (secretGiven) await secrets.store(partnerId, outboundSecret);
  const edited = { ...after, ...(secretGiven && { outboundSecretSince: at }) };
  const audit = { subject: `partner:${partnerId}`, at, auditId: ids.next('audit', now), by };
  const detail = { before: auditedTerms(before), after: auditedTerms(edited), newSecret: secretGiven };
  const shown = shownPartner(edited);
  const written = await partners.edit(before, edited, { ...audit, did: 'edit-partner', detail }, keep(shown));
  if (written === 'written') return answer(shown);
  return typeof written === 'object'
    ? symbolTaken(written.taken)
    : refuse('changed-meanwhile', 'Others changed it: try again.');
};
