import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { rollOverWrite } from '../../data/roll-over-store.ts';
import type { RollOverDeps } from '../../deps.ts';
import type { FiscalYear } from '../../domain/fiscal-year.ts';
import { needsSecond, noTotals, type RollOver } from '../../domain/roll-over.ts';
import { nameOfPosting } from './name-of-posting.ts';
import { REQUEST_MS } from './preview-roll-over.ts';
import { rollOverView } from './roll-over-view.ts';
import { after, leaseFrom } from './roll-over-work.ts';
import { runRollOver } from './run-roll-over.ts';

type Asked = { way: 'onwards' | 'back'; to: string; hash: string };
type Input = { place: { memberId: string; year: string }; asked: Asked; actor: StaffActor; now: number };

const isClosed = (years: readonly FiscalYear[], { year, terms }: RollOver): boolean =>
  years.some((one) => one.closed && (one.year === year || one.year === terms.to));

/** Another person commits than previewed, where another one approves orders. */
const refuseCommit = ({ asked, actor }: Input, found: RollOver, years: readonly FiscalYear[]) => {
  if (found.state !== 'previewed') return refuse('roll-over-state', `It is ${found.state}.`);
  if (found.hash !== asked.hash) return refuse('report-changed', 'Another report was made.', '/body/hash');
  if ((found.totals?.blocked ?? 0) > 0) return refuse('roll-over-blocked', 'Funds have no successor.');
  const concerned = years.filter(({ year }) => year === found.year || year === found.terms.to);
  return needsSecond(concerned) && found.previewed.by === actorName(actor)
    ? refuse('own-roll-over', 'You previewed it: another person commits it.')
    : undefined;
};

/** What the roll-over did is undone while it is all that was posted in the new year. */
const refuseUndo = async (work: RollOverDeps, found: RollOver) => {
  if (found.state !== 'done') return refuse('roll-over-state', `It is ${found.state}.`);
  const posting = await nameOfPosting(work, found);
  if (!posting) return undefined;
  const detail = `${posting.posting} was posted to ${posting.fund}.`;
  return { refused: [{ code: 'year-posted' as const, detail, params: posting }] };
};

const begun = (found: RollOver, way: Asked['way'], act: { by: string; at: string }): RollOver => {
  const { changed: _, ...before } = found;
  if (way === 'onwards') return after(before, { state: 'checking', committed: act });
  const progress = { stage: 'hold' as const, at: 0, orders: 0, digest: '', totals: found.totals ?? noTotals };
  return after(before, { state: 'undoing', undone: act, progress });
};

/** Returns whether a repeated request asks for what is under way or done already. */
const isAgain = ({ state, hash }: RollOver, asked: Asked): boolean =>
  asked.way === 'back'
    ? state === 'undoing' || state === 'undone'
    : (state === 'checking' || state === 'running' || state === 'done') && hash === asked.hash;

/** Refuses a commit whose report, made again, was not the one that was previewed. */
const refuseChanged = ({ changed = [] }: RollOver) => {
  const params = { changed: changed.slice(0, 5).join(', ') };
  return { refused: [{ code: 'report-changed' as const, detail: `It changed: ${changed.join(', ')}.`, params }] };
};

/** Begins a previewed roll-over, or its undo, and does as much of it as a request has time for. */
export const commitRollOver = async (work: RollOverDeps, input: Input) => {
  const { place, asked, actor, now } = input;
  const { years } = await work.funds.years(place.memberId);
  const found = await work.rollOvers.get({ ...place, to: asked.to });
  if (!found) return refuse('roll-over-state', `${place.year} has no roll-over into ${asked.to}.`);
  const me = actorName(actor);
  if (isAgain(found, asked)) return answer(await rollOverView(work, found, { years, me }));
  const refusal =
    (isClosed(years, found) ? refuse('year-closed', 'A year of it is closed.') : undefined) ??
    (asked.way === 'onwards' ? refuseCommit(input, found, years) : await refuseUndo(work, found));
  if (refusal) return refusal;
  const next = begun(found, asked.way, { by: me, at: iso(now) });
  const audit = { subject: `member:${place.memberId}`, auditId: work.ids.next('audit', now), at: iso(now), by: me };
  const did = asked.way === 'onwards' ? 'commit-roll-over' : 'undo-roll-over';
  const line = auditWrite({ ...audit, did, detail: { year: place.year, to: asked.to, hash: found.hash } });
  if (!(await work.rollOvers.write([rollOverWrite(next, leaseFrom(now)), line])))
    return refuse('roll-over-state', 'Another person works at it.');
  const done = (await runRollOver(work, next, work.clock.now() + REQUEST_MS)) ?? next;
  if (asked.way === 'onwards' && done.state === 'previewed') return refuseChanged(done);
  return answer(await rollOverView(work, done, { years, me }));
};
