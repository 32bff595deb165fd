import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { FiscalYears } from '../data/fund-store.ts';
import type { FundDeps } from '../deps.ts';
import { type FiscalYear, overlapping, yearStateOn } from '../domain/fiscal-year.ts';
import { isUsed } from '../domain/fund.ts';

type Terms = Omit<FiscalYear, 'year' | 'closed'> & { isNew: boolean; close: boolean; v: number };
type Input = {
  place: { memberId: string; year: string };
  terms: Terms;
  by: string;
  now: number;
  keep: Keep<FiscalYears>;
};

const refusalOf = (
  before: FiscalYear | undefined,
  after: FiscalYear,
  { years }: FiscalYears,
  { close, isNew }: Terms,
  now: number,
) => {
  if (before && isNew) return refuse('year-exists', 'The library has this year already.', '/path/year');
  const isOver = before && yearStateOn(before, dayInZone(before.timeZone, iso(now))) === 'closed';
  if (before?.closed || (isOver && !close)) return refuse('year-closed', 'The year is closed.');
  if (after.firstDay > after.lastDay) return refuse('bad-year', 'It ends before it begins.', '/body/lastDay');
  if (before && before.currency !== after.currency)
    return refuse('currency-fixed', `Its funds are in ${before.currency}.`, '/body/currency');
  const other = overlapping(years, after);
  if (other) return refuse('years-overlap', `${other.name} has some of these days.`, '/body/firstDay');
  if (close && dayInZone(after.timeZone, iso(now)) <= after.lastDay)
    return refuse('year-runs', 'It is not over yet.', '/body/close');
  return undefined;
};

/** Refuses to close a year while orders or invoices of its funds are open: nothing could be posted to end them. */
const refuseInUse = async (funds: FundDeps['funds'], place: Input['place']) => {
  const used = (await funds.list(place)).filter(isUsed).map(({ code }) => code);
  return used.length === 0
    ? undefined
    : refuse('year-in-use', `Orders or invoices are open on ${used.join(', ')}.`, '/body/close');
};

/** Marks the funds of a closed year and answers. Repeated after an interruption, it marks those that are left. */
const finishClosing = async (funds: FundDeps['funds'], { place, keep }: Input, closed: FiscalYears) => {
  await funds.close(place, () => keep(closed));
  return answer(closed);
};

/** Makes a fiscal year, changes its days, or closes it for good: its funds accept nothing any more. */
export const setYear = async ({ funds, ids }: FundDeps, input: Input) => {
  const { place, terms, by, now, keep } = input;
  const { close, isNew: _, v, ...stated } = terms;
  const found = await funds.years(place.memberId);
  const before = found.years.find(({ year }) => year === place.year);
  if (close && before?.closed) return finishClosing(funds, input, found);
  if (found.v !== v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
  const closed = close ? { closed: { at: iso(now), by } } : {};
  const after: FiscalYear = { year: place.year, ...stated, ...closed };
  const refusal = refusalOf(before, after, found, terms, now) ?? (close ? await refuseInUse(funds, place) : undefined);
  if (refusal) return refusal;
  const years = [...found.years.filter(({ year }) => year !== place.year), after].toSorted((a, b) =>
    a.firstDay < b.firstDay ? -1 : 1,
  );
  const written = { years, v: v + 1 };
  const audit = { subject: `member:${place.memberId}`, auditId: ids.next('audit', now), at: iso(now), by };
  const line = { ...audit, did: close ? 'close-fiscal-year' : 'set-fiscal-year', detail: { before, after } };
  // The answer of a closing is saved after the funds were marked, so that a repeated request marks what is left.
  const outcome = await funds.setYears(place.memberId, written, line, close ? [] : keep(written));
  if (outcome === 'unknown-member') return refuse('unknown-member', `There is no member ${place.memberId}.`);
  if (outcome === 'changed') return refuse('changed-meanwhile', 'Others set it just now.');
  return close ? finishClosing(funds, input, written) : answer(written);
};
