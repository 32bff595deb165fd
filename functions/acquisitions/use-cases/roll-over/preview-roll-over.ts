import { retryOnConflict } from '../../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { rollOverWrite } from '../../data/roll-over-store.ts';
import type { RollOverDeps } from '../../deps.ts';
import type { FiscalYear } from '../../domain/fiscal-year.ts';
import { type RollOver, type RollOverTerms, refusedYears } from '../../domain/roll-over.ts';
import { rollOverView } from './roll-over-view.ts';
import { leaseFrom } from './roll-over-work.ts';
import { runRollOver } from './run-roll-over.ts';

/** How long a request works itself; the background job does the rest. */
export const REQUEST_MS = 6000;

type Input = { place: { memberId: string; year: string }; terms: RollOverTerms; by: string; now: number };

const refuseYears = (years: readonly FiscalYear[], { place, terms }: Input) => {
  const [from, to] = [place.year, terms.to].map((code) => years.find(({ year }) => year === code));
  if (!from) return refuse('unknown-fiscal-year', `There is no year ${place.year}.`, '/path/year');
  if (!to) return refuse('unknown-fiscal-year', `There is no year ${terms.to}.`, '/body/to');
  const closed = from.closed ? from : to.closed ? to : undefined;
  if (closed) return refuse('year-closed', `${closed.name} is closed.`);
  const refused = refusedYears(from, to);
  return refused && refuse(refused, 'The new year begins after the old one, in the same currency.', '/body/to');
};

const mayPreview = ({ state }: RollOver): boolean =>
  state === 'previewing' || state === 'previewed' || state === 'undone';

/** Begins the report of a roll-over, in place of an earlier one, and makes as much of it as a request has time for. No money moves. */
export const previewRollOver = async (work: RollOverDeps, input: Input) => {
  const { place, terms, by, now } = input;
  const { years } = await work.funds.years(place.memberId);
  const refusal = refuseYears(years, input);
  if (refusal) return refusal;
  const begun = await retryOnConflict(`The roll-over of ${place.year}`, async () => {
    const found = await work.rollOvers.ofYear(place.memberId, place.year);
    const running = found.find((one) => !mayPreview(one));
    if (running) return refuse('roll-over-state', `It is ${running.state} into ${running.terms.to}.`);
    const earlier = found.find((one) => one.terms.to === terms.to);
    const rollOver: RollOver = {
      ...{ ...place, terms, state: 'previewing', previewed: { by, at: iso(now) } },
      ...{ edition: (earlier?.edition ?? 0) + 1, v: (earlier?.v ?? 0) + 1 },
    };
    const audit = { subject: `member:${place.memberId}`, auditId: work.ids.next('audit', now), at: iso(now), by };
    const line = auditWrite({ ...audit, did: 'preview-roll-over', detail: { year: place.year, terms } });
    return (await work.rollOvers.write([rollOverWrite(rollOver, leaseFrom(now)), line])) ? rollOver : undefined;
  });
  if ('refused' in begun) return begun;
  const made = (await runRollOver(work, begun, work.clock.now() + REQUEST_MS)) ?? begun;
  return answer(await rollOverView(work, made, { years, me: by }));
};
