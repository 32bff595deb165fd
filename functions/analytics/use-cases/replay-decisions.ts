import { ruleEffect } from '../../circulation/public/rule-effect.ts';
import type { Replay } from '../../governance/public/simulate-proposal.ts';
import type { FactArchive } from '../data/fact-archive.ts';
import type { FactFile } from '../domain/fact-file.ts';

/** The most logged decisions that are judged at once: about 15 seconds of work. */
export const MOST_REPLAYED = 400_000;
const HOUR = 3_600_000;

/** Returns the first whole hour (UTC) from an instant on: the log is exact to the hour. */
const firstHour = (instant: string): string =>
  new Date(Math.ceil(Date.parse(instant) / HOUR) * HOUR).toISOString().slice(0, 13);

/** Returns the files of the last months that fit, the newest first, and whether these are all. A month is read whole or not at all. */
export const filesToReplay = (
  files: readonly FactFile[],
  { from, to }: { from: string; to: string },
  most: number,
): { files: FactFile[]; isWhole: boolean } => {
  // A local day differs from the UTC day by one at most.
  const [first, last] = [Date.parse(from) - 24 * HOUR, Date.parse(to) + 24 * HOUR].map((at) =>
    new Date(at).toISOString().slice(0, 7),
  );
  const inside = files.filter(({ month }) => month >= (first ?? '') && month <= (last ?? ''));
  const months = [...Map.groupBy(inside, ({ month }) => month)].toSorted(([one], [other]) => (one < other ? 1 : -1));
  const chosen: FactFile[] = [];
  let rows = 0;
  for (const [, parts] of months) {
    rows += parts.reduce((sum, part) => sum + part.rows, 0);
    if (rows > most && chosen.length > 0) return { files: chosen, isWhole: false };
    chosen.push(...parts);
  }
  return { files: chosen, isWhole: true };
};

/**
 * Judges the logged decisions between two instants by two versions of the policies. A decision that stands in two files, because these are being
 * joined, counts once.
 */
export const replayDecisions =
  (archive: Pick<FactArchive, 'files' | 'read'>, most = MOST_REPLAYED): Replay =>
  async ({ from, to, before, after }) => {
    const counted = ruleEffect(before, after);
    const [firstOf, endOf] = [firstHour(from), firstHour(to)];
    const { files, isWhole } = filesToReplay(await archive.files(), { from, to }, most);
    const seen = new Set<string>();
    let [firstDay, lastDay]: [string | undefined, string | undefined] = [undefined, undefined];
    for (const file of files) {
      for (const fact of (await archive.read(file)) ?? []) {
        const { eventId, utcHour, localDay } = fact;
        if (utcHour < firstOf || utcHour >= endOf || seen.has(eventId)) continue;
        seen.add(eventId);
        counted.take(fact);
        if (firstDay === undefined || localDay < firstDay) firstDay = localDay;
        if (lastDay === undefined || localDay > lastDay) lastDay = localDay;
      }
    }
    return {
      ...{ from, to, isWhole, effect: counted.report() },
      ...(firstDay !== undefined && { firstDay }),
      ...(lastDay !== undefined && { lastDay }),
    };
  };
