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
  'set-up-acts': {
    what: 'A library set up by its template, to the first loan',
    unit: 'clicks and fields',
    most: 100,
    test: 'roles/new-library-deployed, on a deployed stack',
  },
  'set-up': {
    what: 'The same, without the time to think',
    unit: 'seconds',
    most: 3600,
    test: 'roles/new-library-deployed, on a deployed stack',
  },
  dispute: {
    what: 'From the statement to a dispute',
    unit: 'clicks',
    most: 3,
    test: 'roles/finance-deployed, on a deployed stack',
  },
} as const;
export type FlowCount = keyof typeof flowCounts;

/** The eight flows that a person walks by the keyboard alone, with the most scans and keys that each should take. */
export const keyboardFlows = {
  'check-out': { what: '1 Three checkouts and the receipt', most: 5 },
  'check-in': { what: '2 Ten returns, one for a hold and one for another branch', most: 12 },
  hold: { what: '3 A patron finds and requests a title', most: 4 },
  'renew-all': { what: '4 A patron renews all loans', most: 2 },
  request: { what: '5 A patron requests what the own library lacks', most: 2 },
  'copy-catalogue': { what: '6 A record copied by its ISBN, with a copy', most: 7 },
  purchase: { what: '7 A joint purchase', none: 'has no pages yet: acquisitions are an issue of their own' },
  dispute: { what: '8 From the statement to a dispute', counted: 'dispute' },
} as const;
type KeyboardFlow = Exclude<keyof typeof keyboardFlows, 'purchase' | 'dispute'>;

const fileOf = (name: string): string => join(folder, name);
const noted = (name: string): string | undefined =>
  existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8') : undefined;

const note = (name: string, text: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), text);
};

/** Notes what a flow took in this work tree. */
export const noteCount = (name: FlowCount, figure: number): void => note(name, String(figure));

/** Notes the scans and keys of a flow by the keyboard in this work tree, and how often Tab moved the focus. Throws when they are too many. */
export const noteKeys = (
  name: KeyboardFlow,
  { scans, keys, tabs }: { scans: number; keys: number; tabs: number },
): void => {
  note(`keys-${name}`, `${scans} scans, ${keys} keys${tabs > 0 ? `, Tab ${tabs} times` : ''}`);
  const { most } = keyboardFlows[name];
  if (scans + keys > most) throw new Error(`${name} took ${scans} scans and ${keys} keys, more than ${most}.`);
};

const notYet = 'not counted here yet';
const line = (what: string, figure: string): string => `  ${what.padEnd(58)} ${figure}`;

/** Returns a table of the counts: what each flow took last in this work tree, and the most that it may take. */
export const countLines = (): string[] => [
  ...(Object.keys(flowCounts) as FlowCount[]).map((name) => {
    const { what, unit, most, test } = flowCounts[name];
    const figure = noted(name);
    return line(what, `${figure === undefined ? `${notYet}: ${test}` : `${figure} ${unit}`} (at most ${most})`);
  }),
  'By the keyboard alone (npm run prove:flows -- keyboard):',
  ...Object.entries(keyboardFlows).map(([name, flow]) => {
    if ('none' in flow) return line(flow.what, flow.none);
    if ('counted' in flow) return line(flow.what, `${noted(flow.counted) ?? notYet} clicks or keys`);
    return line(flow.what, `${noted(`keys-${name}`) ?? notYet} (at most ${flow.most} without Tab)`);
  }),
];
