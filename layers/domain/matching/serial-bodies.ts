import type { MatchFeatures } from './features.ts';
import { wordsOf } from './fold.ts';
import { oddWordsIn } from './similarity.ts';
import type { Veto } from './veto.ts';

// Titles that say no more than what kind of serial it is: hundreds of bodies have one.
const GENERIC =
  /^(?:(?:annual|biennial|monthly|quarterly|weekly|official|technical|scientific|research|occasional) )*(?:reports?|bulletins?|proceedings|transactions|journal|newsletter|memoirs?|yearbook|directory|papers?|publications?|circulars?|annals|records?|statistics|minutes|catalog(?:ue)?|reviews?|news|contributions|studies|series|handbook|notes|jahresbericht|mitteilungen|berichte?|verhandlungen|zeitschrift|rapport|boletin|memoria|revista|bollettino|atti|comptes)(?: |$)/;

const everyWord = (one: MatchFeatures): string[] =>
  wordsOf([one.bodies, one.title, one.rest, one.publisher].filter((text) => text !== undefined).join(' '));

/** Whether the bodies that issue two serials are others: each has words of which the other record has nothing like. */
const areOthers = (a: MatchFeatures, b: MatchFeatures): boolean => {
  if (a.bodies === undefined || b.bodies === undefined) return false;
  return oddWordsIn(wordsOf(a.bodies), everyWord(b)) > 0 && oddWordsIn(wordsOf(b.bodies), everyWord(a)) > 0;
};

const isGeneric = (one: MatchFeatures): boolean => GENERIC.test(one.title);

/** Bulletins, proceedings and annual reports of two bodies. */
export const byBodies: Veto = (a, b) =>
  isGeneric(a) && isGeneric(b) && areOthers(a, b) ? 'serials of different bodies' : undefined;

/** Serials whose title tells more, and whose bodies differ: one may have followed the other. */
export const byBodiesOfOneTitle: Veto = (a, b) =>
  areOthers(a, b) ? 'the bodies that issue the serials differ' : undefined;
