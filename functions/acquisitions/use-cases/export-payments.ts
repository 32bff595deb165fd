import type { InvoiceDeps } from '../deps.ts';
import { paymentsCsv } from '../domain/voucher.ts';

/** Returns the vouchers of all invoices that are to be paid as CSV. It changes nothing, and may be repeated. */
export const exportPayments = async (
  { invoices, vendors }: Pick<InvoiceDeps, 'invoices' | 'vendors'>,
  memberId: string,
) => paymentsCsv(await invoices.allIn(memberId, 'approved'), await vendors.list(memberId));
