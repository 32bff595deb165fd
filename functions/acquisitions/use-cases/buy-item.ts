import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { fastAddedItem } from '../../catalogue/public/fast-added-item.ts';
import { pictureIn } from '../../discovery/public/picture-in.ts';
import { withoutMetadata } from '../../discovery/public/without-metadata.ts';
import type { ReceiptDeps } from '../deps.ts';
import { type FiscalYear, postingsOn } from '../domain/fiscal-year.ts';
import { type Purchase, type PurchaseTerms, postingsOfPurchase } from '../domain/purchase.ts';
import { moneyParams, refuseFunds } from './refuse-funds.ts';

const MOST_BYTES = 2_000_000;
const REASON = 'Bought without an order';

type Asked = PurchaseTerms & { photo?: string };
type Input = { memberId: string; asked: Asked; by: string; now: number; keep: Keep<Purchase> };

/** Returns the photo of the receipt without its metadata, which may say where it was taken; undefined where none was sent. */
const readPhoto = (base64: string | undefined) => {
  if (base64 === undefined) return undefined;
  const sent = Buffer.from(base64, 'base64');
  if (sent.length > MOST_BYTES)
    return refuse('picture-too-large', 'The photo has more than 2,000,000 bytes.', '/body/photo');
  const bytes = withoutMetadata(sent);
  return bytes && pictureIn(bytes)?.type === 'image/jpeg'
    ? { bytes }
    : refuse('not-a-photo', 'The photo is no whole JPEG.', '/body/photo');
};

/** Refuses what the year does not allow: it accepts no postings today, or the price needs an order that another person approves. */
const refuseYear = (year: FiscalYear | undefined, { price, year: code, boughtOn }: Asked, now: number) => {
  if (!year) return refuse('unknown-fiscal-year', `There is no year ${code}.`, '/body/year');
  const today = dayInZone(year.timeZone, iso(now));
  if (!postingsOn(year, today).invoice) return refuse('year-takes-no-invoices', `${code} accepts no postings today.`);
  if (boughtOn > today) return refuse('bought-later', `${boughtOn} is in the future.`, '/body/boughtOn');
  const { approvalAbove: limit, currency } = year;
  if (limit === undefined || price <= limit) return undefined;
  const detail = `More than ${limit} in minor units needs an order.`;
  return { refused: [{ code: 'needs-an-order' as const, detail, params: moneyParams({ limit }, currency) }] };
};

/**
 * Records what was bought without an order: its item with a brief record, and the expenditure of its fund and those above it, within their limits,
 * all in one write or none of it.
 */
export const buyItem = async (deps: ReceiptDeps, { memberId, asked: { photo, ...terms }, by, now, keep }: Input) => {
  const read = readPhoto(photo);
  if (read && 'refused' in read) return read;
  const receipt = read && sha256(read.bytes).slice(0, 32);
  const purchaseId = deps.ids.next('purchase', now);
  return retryOnConflict(`Purchases of ${memberId}`, async () => {
    const { branchId, barcode, year: code, fund } = terms;
    if (!branchId.startsWith(`${memberId}.`) || !(await deps.branches.get(branchId, now)))
      return refuse('branch-elsewhere', `${memberId} has no branch ${branchId}.`, '/body/branchId');
    const year = (await deps.funds.years(memberId)).years.find((one) => one.year === code);
    const refusal = refuseYear(year, terms, now);
    if (refusal || !year) return refusal;
    const levels = await deps.funds.levels({ memberId, year: code }, fund);
    if (!levels) return refuse('unknown-fund', `There is no fund ${fund}.`, '/body/fund');
    const postings = postingsOfPurchase(terms, levels);
    const refused = refuseFunds(postings, year.currency);
    if (refused) return refused;
    const { item, writes } = fastAddedItem(deps, { ...terms, memberId, by, now, reason: REASON });
    const purchase: Purchase = {
      ...{ ...terms, purchaseId, memberId, currency: year.currency, itemId: item.itemId, by, at: iso(now), v: 1 },
      ...(receipt !== undefined && { receipt }),
    };
    // The photo is there before the purchase names it.
    if (read && receipt !== undefined) await deps.receipts.put({ memberId, purchaseId, receipt }, read.bytes);
    const audit = { subject: `member:${memberId}`, auditId: deps.ids.next('audit', now), at: iso(now), by };
    const detail = { purchase: purchaseId, fund, amount: terms.price, currency: year.currency };
    const beside = [auditWrite({ ...audit, did: 'buy-item', detail }), ...keep(purchase)];
    const written = await deps.purchases.put(purchase, { postings, item: writes, beside });
    if (written === 'item')
      return refuse('barcode-taken', `Another item bears the barcode ${barcode}.`, '/body/barcode');
    return written === 'done' ? answer(purchase) : undefined;
  });
};
