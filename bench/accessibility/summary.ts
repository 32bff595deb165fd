import type { PageRun } from '../../test/builders/accessibility-run.ts';

/** A rule of axe over all runs: in how many it passed, failed, needs a person to look, or had nothing to test. */
export type RuleSummary = { rule: string; passed: number; failed: number; unsure: number; absent: number };

/** The results of a run over all pages. Counts are numbers of runs of axe; a bad stop is written `page: element (reason)`. */
export type AccessibilitySummary = {
  axe: string;
  pages: number;
  windows: number;
  runs: number;
  rules: RuleSummary[];
  keyboard: { stops: number; traps: string[]; bad: string[] };
  /** The pages wider than their window with the text spacing of WCAG 1.4.12, and at a zoom of 200 %. */
  spacing: string[];
  zoom: string[];
};

const reasons = { 'no-visible-focus': 'no visible focus', covered: 'covered by another element' } as const;

/** Adds up the raw results of the pages. */
export const summaryOf = (runs: readonly PageRun[]): AccessibilitySummary => {
  const rules = new Map<string, RuleSummary>();
  const ruleOf = (rule: string): RuleSummary => {
    const known = rules.get(rule) ?? { rule, passed: 0, failed: 0, unsure: 0, absent: 0 };
    rules.set(rule, known);
    return known;
  };
  for (const { axe } of runs) {
    for (const rule of axe.passed) ruleOf(rule).passed += 1;
    for (const rule of axe.failed) ruleOf(rule).failed += 1;
    for (const rule of Object.keys(axe.unsure)) ruleOf(rule).unsure += 1;
    for (const rule of axe.absent) ruleOf(rule).absent += 1;
  }
  const walked = runs.flatMap(({ page, keyboard }) => (keyboard ? [{ page, ...keyboard }] : []));
  const wider = (of: (run: PageRun) => number | undefined): string[] =>
    runs.filter((run) => (of(run) ?? 0) > 0).map(({ page }) => page);
  return {
    axe: runs[0]?.axe.version ?? 'none',
    pages: new Set(runs.map(({ page, path }) => `${page} ${path}`)).size,
    windows: new Set(runs.map(({ window }) => window)).size,
    runs: runs.length,
    rules: [...rules.values()].toSorted((one, other) => (one.rule < other.rule ? -1 : 1)),
    keyboard: {
      stops: walked.reduce((sum, { stops }) => sum + stops, 0),
      traps: walked.filter(({ leaves }) => !leaves).map(({ page }) => page),
      bad: [
        ...new Set(walked.flatMap(({ page, bad }) => bad.map(({ stop, why }) => `${page}: ${stop} (${reasons[why]})`))),
      ],
    },
    spacing: wider(({ spacingOverflow }) => spacingOverflow),
    zoom: wider(({ zoomOverflow }) => zoomOverflow),
  };
};
