import { answer, type Outcome, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { type PartnerStore, withSecret } from '../../data/partner-store.ts';

const HOUR_MS = 3_600_000;

type Rotation = { partnerId: string; oldStaysHours: number; by: string; now: number };
type Rotated = { partnerId: string; secret: string; secretSince: string; oldSecretUntil: string };

/** Gives a partner a new secret, which is returned this once; the old one stays valid for some hours. */
export const rotatePartnerSecret = async (
  { partners, ids }: { partners: PartnerStore; ids: Ids },
  { partnerId, oldStaysHours, by, now }: Rotation,
): Promise<Outcome<Rotated, 'unknown-partner' | 'changed-meanwhile'>> => {
  const before = await partners.get(partnerId);
  if (!before) return refuse('unknown-partner', 'There is no such partner.');
  const [at, secret] = [iso(now), ids.secret()];
  const oldSecretUntil = iso(now + oldStaysHours * HOUR_MS);
  const audit = { subject: `partner:${partnerId}`, at, auditId: ids.next('audit', now), by };
  const written = await partners.edit(before, withSecret(before, secret, at, oldSecretUntil), {
    ...{ ...audit, did: 'rotate-partner-secret', detail: { oldSecretUntil } },
  });
  return written === 'written'
    ? answer({ partnerId, secret, secretSince: at, oldSecretUntil })
    : refuse('changed-meanwhile', 'Others changed it: try again.');
};
