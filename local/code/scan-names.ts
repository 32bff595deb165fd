import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../places.ts';
import { refusedIn, refusedInSentence } from './plain-names.ts';

/** A refused name: in a file's path, as an identifier, in a text, a heading or a comment, and its number of occurrences. */
export type RefusedName = {
  name: string;
  file: string;
  kind: 'path' | 'identifier' | 'heading' | 'sentence';
  times: number;
};

/** The properties of contracts and of the key table with texts for the API description and the generated documents. */
const textProperties = new Set(['summary', 'meaning', 'errorImpact', 'question']);

/** Files that git tracks, from the project's root. */
export const trackedFiles = (): string[] =>
  execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter((file) => file !== '' && !/generated/.test(file));

/** Returns the identifiers of a source file and the texts of its `textProperties`. */
const identifiers = (file: string, text: string): Map<string, number> => {
  const found = new Map<string, number>();
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.set(node.text, (found.get(node.text) ?? 0) + 1);
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && textProperties.has(node.name.text))
      if (ts.isStringLiteralLike(node.initializer)) found.set(node.initializer.text, 1);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind));
  return found;
};

const counted = (names: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, ...groups]) => groups.find((group) => group !== undefined) ?? []);

const headings = (text: string): Map<string, number> => counted(matches(text, /^(#+ .*)$/gm));

/** Returns the class names, ids and properties of a style sheet. */
const styleNames = (text: string): Map<string, number> =>
  counted(matches(text.replaceAll(/\/\*[\s\S]*?\*\//g, ''), /(?<![\w)])(?:[.#]([A-Za-z][\w-]*)|(--[\w-]+))/g));

/** Returns the names of functions, classes and variables of a Python file. */
const pythonNames = (text: string): Map<string, number> =>
  counted(matches(text, /^\s*(?:(?:def|class) (\w+)|(\w+(?:, \w+)*) = |for (\w+(?:, \w+)*) in )/gm));

const comments = (file: string, text: string): string[] => {
  if (file.endsWith('.md')) return text.split('\n').filter((line) => !line.startsWith('#'));
  if (file.endsWith('.py')) return matches(text, /(?:(?:^|\s)# (.*)|"""([\s\S]*?)""")/gm);
  return matches(text, /\/\*([\s\S]*?)\*\/|(?:^|\s)\/\/ (.*)/gm);
};

const namesOf = (file: string, text: string): { kind: 'identifier' | 'heading'; names: Map<string, number> } => {
  if (file.endsWith('.md')) return { kind: 'heading', names: headings(text) };
  if (file.endsWith('.css')) return { kind: 'identifier', names: styleNames(text) };
  if (file.endsWith('.py')) return { kind: 'identifier', names: pythonNames(text) };
  return { kind: 'identifier', names: identifiers(file, text) };
};

// Decisions and the change log are historical: only their headings are checked. The glossary and the check list the words.
const unreadSentences =
  /^(docs\/adr\/|CHANGELOG|docs\/glossary\.md|docs\/openapi|THIRD_PARTY|local\/code\/(plain-names|scan-names))/;

/** Returns every refused name in the tracked sources and documents. */
export const refusedNames = (files = trackedFiles()): RefusedName[] =>
  files.flatMap((file): RefusedName[] => {
    const inPath = file.split('/').some((step) => refusedIn(step, file).length > 0);
    const own: RefusedName[] = inPath ? [{ name: file, file, kind: 'path', times: 1 }] : [];
    if (!/\.(ts|tsx|mjs|cjs|css|py|md)$/.test(file)) return own;
    const text = readFileSync(join(root, file), 'utf8');
    const { kind, names } = namesOf(file, text);
    const sentences = unreadSentences.test(file) ? [] : comments(file, text).flatMap(refusedInSentence);
    return [
      ...own,
      ...[...names].flatMap(([name, times]): RefusedName[] =>
        refusedIn(name, file).length > 0 ? [{ name, file, kind, times }] : [],
      ),
      ...[...counted(sentences)].map(([name, times]): RefusedName => ({ name, file, kind: 'sentence', times })),
    ];
  });
