import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { DecisionFact } from '../../circulation/public/decision-fact.ts';
import { DECISION_SCHEMA } from '../../circulation/public/decision-schema.ts';
import type { ArchiveDeps } from '../deps.ts';
import { FACT } from '../domain/fact-columns.ts';
import { type FactFile, groupsToJoin } from '../domain/fact-file.ts';
import { type CountedFile, manifestOf } from '../domain/manifest.ts';

/**
 * Joins some files of a month into one. The old files are removed only when the new one is written: until then, and after a crash in
 * between, each fact is in two files and is counted once by its id. Returns false when another run joined them meanwhile.
 */
const join = async ({ archive }: ArchiveDeps, month: string, group: readonly FactFile[]): Promise<boolean> => {
  const facts: DecisionFact[] = [];
  for (const file of group) {
    const rows = await archive.read(file);
    if (rows === undefined) return false;
    for (const row of rows) facts.push(row);
  }
  const { key } = await archive.write(month, facts);
  for (const file of group) if (file.key !== key) await archive.remove(file);
  return true;
};

const joinAll = async (deps: ArchiveDeps, month: string, groups: readonly FactFile[][]): Promise<boolean> => {
  for (const group of groups) if (!(await join(deps, month, group))) return false;
  return true;
};

const writeManifest = async ({ archive }: ArchiveDeps, month: string, at: string): Promise<void> => {
  const counted: CountedFile[] = [];
  for (const file of (await archive.files()).filter((one) => one.month === month)) {
    const known = await archive.count(file);
    if (known) counted.push(known);
  }
  await archive.saveManifest(manifestOf({ fact: FACT, month, schemaVersion: DECISION_SCHEMA, at }, counted));
};

/**
 * Joins the files of each month with several, or without a manifest of its one, and writes its manifest. `now` in epoch ms. Returns the
 * months.
 */
export const compactFacts = async (deps: ArchiveDeps, now: number): Promise<{ months: string[] }> => {
  const byMonth = Map.groupBy(await deps.archive.files(), ({ month }) => month);
  const months: string[] = [];
  for (const [month, files] of byMonth) {
    const listed = (await deps.archive.manifest(month))?.files.map(({ key }) => key) ?? [];
    if (files.length === listed.length && files.every(({ key }) => listed.includes(key))) continue;
    if (!(await joinAll(deps, month, groupsToJoin(files)))) continue;
    await writeManifest(deps, month, iso(now));
    months.push(month);
  }
  return { months };
};
