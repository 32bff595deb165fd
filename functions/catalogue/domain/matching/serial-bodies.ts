import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import type { MatchFeatures } from './features.ts';
import { noneAmong, oddWordsIn } from './similarity.ts';
import type { Veto } from './veto.ts';

// Titles that state only the kind of serial: hundreds of bodies have one.
const GENERIC =
  /^(?:(?:annual|biennial|monthly|quarterly|weekly|official|technical|scientific|research|occasional) )*(?:reports?|bulletins?|proceedings|transactions|journal|newsletter|memoirs?|yearbook|directory|papers?|publications?|circulars?|annals|records?|statistics|minutes|catalog(?:ue)?|reviews?|news|contributions|studies|series|handbook|notes|jahresbericht|mitteilungen|berichte?|verhandlungen|zeitschrift|rapport|boletin|memoria|revista|bollettino|atti|comptes)(?: |$)/;

const everyWord = (one: MatchFeatures): string[] =>
  wordsOf([one.bodies, one.title, one.rest, one.publisher].filter((text) => text !== undefined).join(' '));

// Words that most bodies have.
const COMMON = new Set(
  'united states america american national federal state department ministry bureau office board commission committee council society association institute university college club corporation company inc library'.split(
    ' ',
  ),
);

const ownWords = ({ bodies = '' }: MatchFeatures): string[] => wordsOf(bodies).filter((word) => !COMMON.has(word));

const isGeneric = (one: MatchFeatures): boolean => GENERIC.test(one.title);

/** Bulletins, proceedings and annual reports of bodies that share no distinctive word. */
export const byBodies: Veto = (a, b) =>
  isGeneric(a) && isGeneric(b) && noneAmong(ownWords(a), everyWord(b)) && noneAmong(ownWords(b), everyWord(a))
    ? 'serials of different bodies'
    : undefined;

/** Each names a body, or a part of one, that the other does not mention: one may have succeeded the other. */
export const byBodiesOfOneTitle: Veto = (a, b) =>
  a.bodies !== undefined &&
  b.bodies !== undefined &&
  oddWordsIn(wordsOf(a.bodies), everyWord(b)) > 0 &&
  oddWordsIn(wordsOf(b.bodies), everyWord(a)) > 0
    ? 'the bodies that issue the serials differ'
    : undefined;
