import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../places.ts';
import { refusedIn } from './plain-names.ts';

/** A refused name: in a file's path, as an identifier, in a text or in a heading, and its number of occurrences. */
export type RefusedName = { name: string; file: string; kind: 'path' | 'identifier' | 'heading'; times: number };

/** The properties of contracts and of the key table with texts for the API description and the generated documents. */
const textProperties = new Set(['summary', 'meaning', 'errorImpact', 'question']);

/** Files that git tracks, from the project's root. */
export const trackedFiles = (): string[] =>
  execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter((file) => file !== '' && !/generated/.test(file));

// A sentence may use the pronoun; a name may not.
const withoutPronoun = (text: string): string => text.replaceAll(/\bwhose\b/gi, '…');

/** Returns the identifiers of a source file and the texts of its `textProperties`. */
const identifiers = (file: string, text: string): Map<string, number> => {
  const found = new Map<string, number>();
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.set(node.text, (found.get(node.text) ?? 0) + 1);
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && textProperties.has(node.name.text))
      if (ts.isStringLiteralLike(node.initializer)) found.set(withoutPronoun(node.initializer.text), 1);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind));
  return found;
};

const headings = (text: string): Map<string, number> =>
  new Map(text.split('\n').flatMap((line): [string, number][] => (/^#+ /.test(line) ? [[line, 1]] : [])));

/** Returns every refused name in the tracked sources and documents. Decisions and the change log are historical and are skipped. */
export const refusedNames = (files = trackedFiles()): RefusedName[] =>
  files.flatMap((file): RefusedName[] => {
    if (/^(docs\/adr\/|CHANGELOG)/.test(file)) return [];
    const inPath = file.split('/').some((step) => refusedIn(step, file).length > 0);
    const own: RefusedName[] = inPath ? [{ name: file, file, kind: 'path', times: 1 }] : [];
    const isCode = /\.(ts|tsx|mjs|cjs)$/.test(file);
    if (!isCode && !file.endsWith('.md')) return own;
    const text = readFileSync(join(root, file), 'utf8');
    const kind = isCode ? 'identifier' : 'heading';
    const names = isCode ? identifiers(file, text) : headings(text);
    return [
      ...own,
      ...[...names].flatMap(([name, times]): RefusedName[] =>
        refusedIn(name, file).length > 0 ? [{ name, file, kind, times }] : [],
      ),
    ];
  });
