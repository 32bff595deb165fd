import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { FundDeps } from '../deps.ts';
import { postingsOn } from '../domain/fiscal-year.ts';
import { DEEPEST, type Fund, type FundTerms, isUsed, type Levels, newFund, withTerms } from '../domain/fund.ts';
import { type FundView, fundView } from '../domain/fund-view.ts';
import { openYear } from './open-year.ts';

type Place = { memberId: string; year: string; code: string };
type Input = { place: Place; terms: FundTerms & { edition: number }; by: string; now: number; keep: Keep<FundView> };

const refusalOf = (before: Fund | undefined, terms: Input['terms'], above: Levels | undefined) => {
  if (before && terms.edition === 0) return refuse('fund-exists', 'The year has this fund already.', '/path/code');
  if ((before?.edition ?? 0) !== terms.edition)
    return refuse('changed-meanwhile', 'It is not as you read it.', '/body/edition');
  if (before && before.parent !== terms.parent)
    return refuse('parent-fixed', 'A fund stays where it is for its year.', '/body/parent');
  if (terms.parent !== undefined && !above) return refuse('unknown-fund', 'There is no such fund.', '/body/parent');
  if (above && above.length >= DEEPEST)
    return refuse('too-deep', `At most ${DEEPEST} funds stand above one another.`, '/body/parent');
  if (before && terms.state === 'inactive' && isUsed(before))
    return refuse('fund-in-use', 'Orders or invoices of it are open.', '/body/state');
  return undefined;
};

/** Makes a fund, or changes its name, state and limits. What its limits allow is stored with it. */
export const setFund = (deps: FundDeps, { place, terms, by, now, keep }: Input) =>
  retryOnConflict(`The fund ${place.code}`, async () => {
    const { funds, ids } = deps;
    const years = await openYear(deps, place, now);
    if ('refused' in years) return years;
    const levels = await funds.levels(place, place.code);
    const above = terms.parent === undefined ? undefined : await funds.levels(place, terms.parent);
    const before = levels?.[0];
    const refusal = refusalOf(before, terms, above);
    if (refusal) return refusal;
    const { edition: _edition, ...stated } = terms;
    const after = before ? withTerms(before, stated) : newFund(place, stated, above?.[0]);
    const view = fundView([after, ...(above ?? [])], postingsOn(years.year, dayInZone(years.year.timeZone, iso(now))));
    const audit = { subject: `member:${place.memberId}`, auditId: ids.next('audit', now), at: iso(now), by };
    const { name, state, limits } = before ?? {};
    const detail = {
      year: place.year,
      code: place.code,
      before: before ? { name, state, limits } : null,
      after: stated,
    };
    const isSet = await funds.set(after, years.found, { ...audit, did: 'set-fund', detail }, keep(view));
    return isSet ? answer(view) : undefined;
  });
