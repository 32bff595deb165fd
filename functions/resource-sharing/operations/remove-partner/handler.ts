import { isId } from '../../../../layers/kernel/identity/id.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { type LoanRequestStore, loanRequestStore } from '../../data/loan-request-store.ts';
import { type PartnerMessageStore, partnerMessageStore } from '../../data/partner-message-store.ts';
import { partnerSecrets } from '../../data/partner-secrets.ts';
import { partnerStore } from '../../data/partner-store.ts';
import { auditedTerms } from '../../use-cases/partner-change.ts';
import { contract } from './contract.ts';

/** Older mail than this is open with nobody any more: no partner's pauses before another try add up to so much. */
const MESSAGE_DAYS = 30;
const DAY_MS = 86_400_000;
const PAGE = 100;
const OPEN: readonly string[] = ['to-send', 'to-decide'];

const hasLoans = async (requests: LoanRequestStore, partnerId: string): Promise<boolean> => {
  const wish = { limit: 1 };
  const pages = await Promise.all([requests.ofRequester(partnerId, wish), requests.ofSupplier(partnerId, wish)]);
  return pages.some((page) => page !== 'bad-cursor' && page.rows.length > 0);
};

/** Whether a message to or from it is still to be worked on: looked for from the newest on. */
const hasOpenMessages = async (mail: PartnerMessageStore, partnerId: string, now: number): Promise<boolean> => {
  const since = iso(now - MESSAGE_DAYS * DAY_MS);
  let after: string | undefined;
  do {
    const page = await mail.ofPartner(partnerId, { limit: PAGE, ...(after !== undefined && { after }) });
    if (page === 'bad-cursor') return true;
    if (page.rows.some(({ state }) => OPEN.includes(state))) return true;
    after = page.rows.some(({ at }) => at < since) ? undefined : page.next;
  } while (after !== undefined);
  return false;
};

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    const [partners, requests, mail] = [partnerStore(table), loanRequestStore(table), partnerMessageStore(table)];
    return { partners, requests, mail, secrets: partnerSecrets(runtime) };
  },
  async ({ actor, path: { partnerId }, now }, { partners, requests, mail, secrets, ids }) => {
    const before = await partners.get(partnerId);
    if (!before) {
      // Whoever removed it may have ended before our secret was forgotten.
      if (isId('partner', partnerId)) await secrets.forget(partnerId);
      return refuse('unknown-partner', 'There is no such partner.');
    }
    // Paused, as the write below asks again, nothing begins between these looks and that.
    if (!before.paused) return refuse('partner-not-paused', 'Pause it first.');
    if (await hasLoans(requests, partnerId)) return refuse('partner-has-loans', 'Loans with it are open.');
    if (await hasOpenMessages(mail, partnerId, now)) return refuse('partner-has-mail', 'Messages are still under way.');
    const audit = { subject: `partner:${partnerId}`, at: iso(now), auditId: ids.next('audit', now) };
    const said = { ...audit, by: actorName(actor), did: 'remove-partner', detail: auditedTerms(before) };
    if (!(await partners.remove(before, said))) return refuse('changed-meanwhile', 'Others changed it: try again.');
    await secrets.forget(partnerId);
    return answer({ removed: true as const });
  },
);
