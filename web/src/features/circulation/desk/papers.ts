import type { Paper } from './desk-types.ts';

const MOST = 20;

/** Returns the papers with a new one, oldest first. Only papers that were printed or put away are dropped from a long list. */
export const withPaper = (papers: readonly Paper[], paper: Paper): Paper[] => {
  const all = [...papers, paper];
  const surplus = all.length - MOST;
  const oldest = all.filter(({ state }) => state !== 'waiting').slice(0, Math.max(0, surplus));
  return all.filter((one) => !oldest.includes(one));
};

/** Returns the papers to show: all that wait to be printed, otherwise the last one printed until it is put away. */
export const shownPapers = (papers: readonly Paper[]): Paper[] => {
  const waiting = papers.filter(({ state }) => state === 'waiting');
  if (waiting.length > 0) return waiting;
  return papers.filter(({ state }, place) => state === 'printed' && place === papers.length - 1);
};

/** Returns the papers for the printer: the one asked for again, otherwise all that are shown. */
export const papersToPrint = (papers: readonly Paper[]): Paper[] => {
  const again = papers.filter((paper) => paper.again);
  return again.length > 0 ? again : shownPapers(papers);
};

/** Returns the papers after the printer had those to print. */
export const afterPrinting = (papers: readonly Paper[]): Paper[] => {
  const printed = papersToPrint(papers);
  return papers.map((paper) => {
    if (!printed.includes(paper)) return paper;
    const { again, ...rest } = paper;
    return { ...rest, state: again ? 'away' : 'printed' };
  });
};

/** Returns the papers with the last one shown put away; it can still be printed again. */
export const withOneAway = (papers: readonly Paper[]): Paper[] => {
  const last = shownPapers(papers).at(-1);
  return papers.map((paper) => (paper === last ? { ...paper, state: 'away' } : paper));
};

/** Returns the papers after the next patron came: slips still wait, what was printed and earlier receipts leave the screen. */
export const forNextPatron = (papers: readonly Paper[]): Paper[] =>
  papers.map((paper) => (paper.kind === 'receipt' || paper.state === 'printed' ? { ...paper, state: 'away' } : paper));

/** Returns the papers with one to be printed again. */
export const withOneAgain = (papers: readonly Paper[], key: string): Paper[] =>
  papers.map((paper) => (paper.key === key ? { ...paper, again: true } : paper));
