import { isId } from '../../../../layers/kernel/identity/id.ts';
import { answer, type Outcome, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { PartnerSecretDeps } from '../../deps.ts';
import { auditedTerms } from './check-partner.ts';

/** Older messages are never open: the pauses before another try add up to less for every partner. */
const MESSAGE_DAYS = 30;
const DAY_MS = 86_400_000;
const PAGE = 100;
const OPEN: readonly string[] = ['to-send', 'to-decide'];

type Code =
  | 'unknown-partner'
  | 'partner-not-paused'
  | 'partner-has-loans'
  | 'partner-has-messages'
  | 'changed-meanwhile';

const hasLoans = async ({ requests }: PartnerSecretDeps, partnerId: string): Promise<boolean> => {
  const first = { limit: 1 };
  const pages = await Promise.all([requests.ofRequester(partnerId, first), requests.ofSupplier(partnerId, first)]);
  return pages.some((page) => page !== 'bad-cursor' && page.rows.length > 0);
};

/** Checks whether a message to or from the partner is still to be processed, from the newest on. */
const hasOpenMessages = async ({ messages }: PartnerSecretDeps, partnerId: string, now: number): Promise<boolean> => {
  const since = iso(now - MESSAGE_DAYS * DAY_MS);
  let after: string | undefined;
  do {
    const page = await messages.ofPartner(partnerId, { limit: PAGE, ...(after !== undefined && { after }) });
    if (page === 'bad-cursor') return true;
    if (page.rows.some(({ state }) => OPEN.includes(state))) return true;
    after = page.rows.some(({ at }) => at < since) ? undefined : page.next;
  } while (after !== undefined);
  return false;
};

/** Removes a partner that is paused and has neither loans nor open messages, with our secret for it. */
export const removePartner = async (
  deps: PartnerSecretDeps & { ids: Ids },
  { partnerId, by, now }: { partnerId: string; by: string; now: number },
): Promise<Outcome<{ removed: true }, Code>> => {
  const { partners, secrets, ids } = deps;
  const before = await partners.get(partnerId);
  if (!before) {
    // An earlier run may have ended between removing the partner and deleting our secret.
    if (isId('partner', partnerId)) await secrets.forget(partnerId);
    return refuse('unknown-partner', 'There is no such partner.');
  }
  // Nothing new begins with a paused partner, and the write below checks again that it is paused.
  if (!before.paused) return refuse('partner-not-paused', 'Pause it first.');
  if (await hasLoans(deps, partnerId)) return refuse('partner-has-loans', 'Loans with it are open.');
  if (await hasOpenMessages(deps, partnerId, now))
    return refuse('partner-has-messages', 'Messages are still under way.');
  const audit = { subject: `partner:${partnerId}`, at: iso(now), auditId: ids.next('audit', now), by };
  const removed = await partners.remove(before, { ...audit, did: 'remove-partner', detail: auditedTerms(before) });
  if (!removed) return refuse('changed-meanwhile', 'Others changed it: try again.');
  await secrets.forget(partnerId);
  return answer({ removed: true });
};
