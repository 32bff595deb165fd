import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { VendorDeps } from '../deps.ts';
import type { Vendor, VendorTerms } from '../domain/vendor.ts';

type Place = { memberId: string; code: string };
type Input = { place: Place; terms: VendorTerms & { v: number }; by: string; now: number; keep: Keep<Vendor> };

/** Makes a vendor, or changes its terms. Orders that name it follow. */
export const setVendor = async ({ vendors, ids }: VendorDeps, { place, terms, by, now, keep }: Input) => {
  const before = await vendors.get(place);
  const { v, ...stated } = terms;
  if (before && v === 0) return refuse('vendor-exists', 'The library has this vendor already.', '/path/code');
  if ((before?.v ?? 0) !== v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
  const after: Vendor = { ...place, ...stated, v: v + 1 };
  const audit = { subject: `member:${place.memberId}`, auditId: ids.next('audit', now), at: iso(now), by };
  const detail = { code: place.code, before: before ?? null, after: stated };
  const isSet = await vendors.set(after, { ...audit, did: 'set-vendor', detail }, keep(after));
  return isSet ? answer(after) : refuse('changed-meanwhile', 'Others set it just now.');
};
