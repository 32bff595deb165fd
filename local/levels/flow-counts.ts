import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolsFolder } from '../places.ts';

const folder = join(toolsFolder, 'flow-counts');

/** The time of a key of an average typist, in seconds: the K of the keystroke-level model (Card, Moran and Newell, 1980). */
export const KEY_SECONDS = 0.28;

/** What the flows count: the most that a flow may take, and the test that counts it. */
export const flowCounts = {
  'new-patron': {
    what: `A new patron, typed at ${KEY_SECONDS * 1000} ms a key`,
    unit: 'seconds',
    most: 25,
    test: 'browser/patrons/staff',
  },
  'three-checkouts': { what: 'Three checkouts', unit: 'scans', most: 4, test: 'browser/circulation/desk.test' },
  'ship-loan': {
    what: 'An interlibrary loan shipped',
    unit: 'scans',
    most: 1,
    test: 'browser/resource-sharing/ship-scan',
  },
  dispute: {
    what: 'From the statement to a dispute',
    unit: 'clicks',
    most: 3,
    test: 'roles/finance-deployed, on a deployed stack',
  },
} as const;
export type FlowCount = keyof typeof flowCounts;

const fileOf = (name: FlowCount): string => join(folder, name);

/** Notes what a flow took in this work tree. */
export const noteCount = (name: FlowCount, figure: number): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), String(figure));
};

/** Returns a table of the counts: what each flow took last in this work tree, and the most that it may take. */
export const countLines = (): string[] =>
  (Object.keys(flowCounts) as FlowCount[]).map((name) => {
    const { what, unit, most, test } = flowCounts[name];
    const noted = existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8') : undefined;
    const figure = noted === undefined ? `not counted here yet: ${test}` : `${noted} ${unit}`;
    return `  ${what.padEnd(44)} ${figure} (at most ${most})`;
  });
