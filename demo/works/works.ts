import { childrens } from './childrens.ts';
import { journalsAndMaps } from './journals-and-maps.ts';
import { maritimeAndOnline } from './maritime.ts';
import { nonfiction } from './nonfiction.ts';
import { novelsEnglish } from './novels-english.ts';
import { novelsEurope } from './novels-europe.ts';
import { novelsRomance } from './novels-romance.ts';
import { readLines } from './read-lines.ts';
import { screenAndSound } from './screen-and-sound.ts';
import { scriptsEast } from './scripts-east.ts';
import { scriptsWest } from './scripts-west.ts';
import type { Work } from './work.ts';

/** All works of the demo, in a fixed order. */
export const works: readonly Work[] = [
  novelsEnglish,
  novelsRomance,
  novelsEurope,
  scriptsWest,
  scriptsEast,
  nonfiction,
  childrens,
  screenAndSound,
  journalsAndMaps,
  maritimeAndOnline,
].flatMap(readLines);

const byId = new Map(works.map((work) => [work.id, work]));

/** Returns the work with an id. Throws when there is none. */
export function workById(id: string): Work {
  const work = byId.get(id);
  if (work === undefined) throw new Error(`the demo has no work ${id}`);
  return work;
}
