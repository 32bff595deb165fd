import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MarcRecord, Source } from './edit.ts';
import type { LineActs } from './field-line.tsx';
import { type Line, linesOf } from './record-lines.ts';

/** The lines with the version of the record that they edit; both change together. */
type Edit = { on: Source; lines: Line[] };

/**
 * Returns the edited lines and the actions on them. A new line gets the focus, as does the neighbour of a removed one. `on` is the record
 * version that the edit began with; `begin` starts an edit on another version; `begun` are its first lines, when they differ from the record.
 */
export const useLines = (source: Source, begun: MarcRecord = source.record) => {
  const [{ on, lines }, setEdit] = useState<Edit>(() => ({ on: source, lines: linesOf(begun) }));
  // Keys are never reused: a new line with an old key would show the old line's text.
  const next = useRef(lines.length);
  const setLines = (changed: (all: Line[]) => Line[]): void =>
    setEdit((edit) => ({ ...edit, lines: changed(edit.lines) }));
  // Rendered synchronously, so that the next input goes to the new line.
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
