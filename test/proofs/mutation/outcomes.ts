import { createHash } from 'node:crypto';
import type { Stryker } from '@stryker-mutator/core';

/** The outcome of one mutant, as Stryker reports it. */
export type MutantOutcome = Pick<
  Awaited<ReturnType<Stryker['runMutationTest']>>[number],
  'fileName' | 'location' | 'mutatorName' | 'replacement' | 'status'
>;

/** The mutants of a subject: those that a test killed, and those that no test noticed. */
export type SubjectOutcome = { name: string; killed: number; survivors: readonly MutantOutcome[] };

/** The share of mutants, in percent, that tests of a proved subject must kill. */
export const LEAST_KILLED = 90;

const noticed: readonly MutantOutcome['status'][] = ['Killed', 'Timeout'];
const unnoticed: readonly MutantOutcome['status'][] = ['Survived', 'NoCoverage'];

/** Returns whether a mutant changed nothing that a test saw; a mutant that could not run is neither killed nor a survivor. */
export const survived = ({ status }: MutantOutcome): boolean => unnoticed.includes(status);

/** Counts the mutants of a subject. */
export const outcomeOf = (name: string, outcomes: readonly MutantOutcome[]): SubjectOutcome => ({
  name,
  killed: outcomes.filter(({ status }) => noticed.includes(status)).length,
  survivors: outcomes.filter(survived),
});

/** Returns the share of killed mutants in percent; 100 for a subject without mutants. */
export const shareOf = ({ killed, survivors }: Pick<SubjectOutcome, 'killed' | 'survivors'>): number =>
  killed + survivors.length === 0 ? 100 : (100 * killed) / (killed + survivors.length);

/** Returns what identifies a mutant in its file. */
export const mutationOf = ({ mutatorName, replacement, location: { start, end } }: MutantOutcome): string =>
  JSON.stringify([mutatorName, replacement, start.line, start.column, end.line, end.column]);

const identityOf = (outcome: MutantOutcome): string => `${outcome.fileName} ${mutationOf(outcome)}`;

/**
 * Returns about one in `oneOf` of the mutants, chosen by the hash of what identifies each: the same ones in every run, and independent of
 * what tests say about them. The parts 0 to `oneOf` - 1 have each mutant once.
 */
export const sampleOf = (mutants: readonly MutantOutcome[], oneOf: number, part = 0): MutantOutcome[] =>
  mutants.filter((one) => createHash('sha256').update(identityOf(one)).digest().readUInt32BE() % oneOf === part);

/** Returns the outcomes of the chosen mutants only. */
export const ofChosen = (outcomes: readonly MutantOutcome[], chosen: readonly MutantOutcome[]): MutantOutcome[] => {
  const wanted = new Set(chosen.map(identityOf));
  return outcomes.filter((one) => wanted.has(identityOf(one)));
};

/** Returns the outcomes of a first run, with those of a second run of its survivors in their place. */
export const withSecondRun = (first: readonly MutantOutcome[], second: readonly MutantOutcome[]): MutantOutcome[] => {
  const again = new Map(second.map((outcome) => [identityOf(outcome), outcome]));
  return first.map((outcome) => (survived(outcome) ? (again.get(identityOf(outcome)) ?? outcome) : outcome));
};

/** Returns the text at a location of a source. Lines and columns begin at 1. */
const textAt = (source: string, { start, end }: MutantOutcome['location']): string => {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n');
};

const LONGEST = 90;
const oneLine = (text: string): string => {
  const joined = text.replaceAll(/\s+/g, ' ').trim();
  return joined.length > LONGEST ? `${joined.slice(0, LONGEST - 1)}…` : joined;
};

/** Returns a survivor as `file:line: original -> mutated`; `sourceOf` returns the text of a file. */
export const survivorLine = (outcome: MutantOutcome, sourceOf: (file: string) => string): string => {
  const { fileName, location, replacement = '' } = outcome;
  const original = textAt(sourceOf(fileName), location);
  return `  ${fileName}:${location.start.line}: ${oneLine(original)} -> ${oneLine(replacement) || '(nothing)'}`;
};

/** Returns the report of a subject: one line of counts, then each survivor in the order of the source. */
export const reportOf = (outcome: SubjectOutcome, sourceOf: (file: string) => string): string[] => {
  const { name, killed, survivors } = outcome;
  const ordered = survivors.toSorted(
    (one, other) =>
      one.fileName.localeCompare(other.fileName) ||
      one.location.start.line - other.location.start.line ||
      one.location.start.column - other.location.start.column,
  );
  const counts = `${killed} killed, ${survivors.length} survived (${shareOf(outcome).toFixed(1)} % killed)`;
  return [`${name}: ${counts}`, ...ordered.map((one) => survivorLine(one, sourceOf))];
};
