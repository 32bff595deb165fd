import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Source } from './edit.ts';
import type { LineActs } from './field-line.tsx';
import { type Line, linesOf } from './record-lines.ts';

/** Lines on the state of the record that they are an edit of: neither changes without the other. */
type Edit = { on: Source; lines: Line[] };

/**
 * The lines, and what can be done to them; the new one, and the one beside one that goes, gets the focus. `on` is the record as it was
 * read when they were begun, whatever is read of it later; `begin` puts other lines on another state of it.
 */
export const useLines = (source: Source) => {
  const [{ on, lines }, setEdit] = useState<Edit>(() => ({ on: source, lines: linesOf(source.record) }));
  // No key is used twice: a new line under an old key would show the old one's text as its own.
  const next = useRef(lines.length);
  const setLines = (changed: (all: Line[]) => Line[]): void =>
    setEdit((edit) => ({ ...edit, lines: changed(edit.lines) }));
  // Drawn at once, so that what is typed next is typed there.
  const put = (key: number | undefined, changed: (all: Line[]) => Line[]): void => {
    flushSync(() => setLines(changed));
    document.getElementById(`tag-${key}`)?.focus();
  };
  const acts: LineActs = {
    change: (line) => setLines((all) => all.map((one) => (one.key === line.key ? line : one))),
    add: (below) => {
      const line: Line = { key: next.current++, tag: '', indicators: '##', text: '$a' };
      put(line.key, (all) => all.flatMap((one) => (one.key === below.key ? [one, line] : [one])));
    },
    remove: (line) => put(lines[lines.indexOf(line) - 1]?.key, (all) => all.filter((one) => one.key !== line.key)),
    move: (line, by) =>
      put(line.key, (all) => {
        const at = all.findIndex((one) => one.key === line.key);
        const rest = all.toSpliced(at, 1);
        return rest.toSpliced(Math.max(0, at + by), 0, all[at] ?? line);
      }),
  };
  const begin = (current: Source, begun: readonly Line[]): void => {
    const first = next.current;
    next.current += begun.length;
    setEdit({ on: current, lines: begun.map((line, i) => ({ ...line, key: first + i })) });
  };
  return { on, lines, acts, begin };
};
