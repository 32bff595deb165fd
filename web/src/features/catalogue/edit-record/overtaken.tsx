import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { Question } from '../../../components/question.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { type DifferingField, differingFields, isReordered, type Side, takenOver } from './differing-fields.ts';
import { type Source, useStanding } from './edit.ts';
import { type Line, linesOf } from './record-lines.ts';

const sides: readonly Side[] = ['now', 'here', 'together'];

const said = ({ indicators, text }: Line): string => `${indicators} ${text}`.trim();

/** The lines of one side; those that the other has not are marked. */
const SideLines = ({ lines, others }: { lines: readonly Line[]; others: readonly Line[] }) => {
  const say = useSay();
  const known = new Set(others.map(said));
  if (lines.length === 0) return <span className="quiet">{say('edit.no-lines')}</span>;
  return lines.map((line) => (
    <span key={line.key} className="side-line">
      {known.has(said(line)) ? said(line) : <mark>{said(line)}</mark>}
    </span>
  ));
};

type Choice = { field: DifferingField; side: Side | undefined; choose: (side: Side) => void };

const FieldChoice = ({ field, side, choose }: Choice) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { tag, changed } = field;
  return (
    <fieldset className="differing">
      <legend>
        {say('edit.field', { tag, name: sayOf('marc', tag, '') })}{' '}
        <Badge tone={changed === 'both' ? 'bad' : 'mark'}>{say(`edit.changed-${changed}`)}</Badge>
      </legend>
      {sides.map((one) => {
        const lines = field[one];
        return lines === undefined ? null : (
          <label key={one} className="side">
            <input type="radio" name={`side-${tag}`} checked={side === one} onChange={() => choose(one)} />
            <span>
              <span className="side-name">{say(`edit.side-${one}`)}</span>
              <SideLines lines={lines} others={field[one === 'now' ? 'here' : 'now']} />
            </span>
          </label>
        );
      })}
    </fieldset>
  );
};

type Given = {
  /** The record as it was opened, and the lines written on it. */
  opened: Source;
  lines: readonly Line[];
  /** Goes on with these lines on the record as it stands now. */
  begin: (standing: Source, lines: readonly Line[]) => void;
};

const Compared = ({ opened, standing, lines, begin }: Given & { standing: Source }) => {
  const say = useSay();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const [isDropping, setDropping] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is closed: whoever uses the keys goes on here.
  useEffect(() => title.current?.focus(), []);
  const fields = differingFields(opened.record, standing.record, lines);
  const sideOf = ({ tag, changed }: DifferingField): Side | undefined =>
    chosen[tag] ?? (changed === 'both' ? undefined : changed);
  const isOpen = fields.some((field) => sideOf(field) === undefined);
  const taken = fields.map((field) => ({ tag: field.tag, lines: field[sideOf(field) ?? 'now'] ?? field.now }));
  return (
    <section className="card stack" aria-labelledby="differing">
      <h2 id="differing" ref={title} tabIndex={-1}>
        {say('edit.differs')}
      </h2>
      <p>{say(fields.length === 0 ? 'edit.nothing-differs' : 'edit.differs-meaning')}</p>
      {fields.map((field) => (
        <FieldChoice
          key={field.tag}
          field={field}
          side={sideOf(field)}
          choose={(side) => setChosen((all) => ({ ...all, [field.tag]: side }))}
        />
      ))}
      {isReordered(opened.record, lines) && <p>{say('edit.order-not-taken')}</p>}
      {isOpen && <p>{say('edit.choose-all')}</p>}
      {isDropping ? (
        <Question
          yes={say('edit.drop')}
          isPending={false}
          go={() => begin(standing, linesOf(standing.record))}
          away={() => setDropping(false)}
        >
          <p>{say('edit.drop-meaning')}</p>
        </Question>
      ) : (
        <p className="row">
          <Button disabled={isOpen} onClick={() => begin(standing, takenOver(standing.record, taken))}>
            {say('edit.take-over')}
          </Button>
          <Button variant="default" onClick={() => setDropping(true)}>
            {say('edit.drop')}
          </Button>
        </p>
      )}
    </section>
  );
};

/**
 * The record as it stands now beside what was written here on an older state of it: which fields differ and who changed them. The
 * cataloguer takes lines over onto the new state, field by field, or drops them. `refusedAt`: when the save was refused, epoch ms.
 */
export const Overtaken = ({ refusedAt, ...given }: Given & { refusedAt: number }) => {
  const { data: standing, error, refetch } = useStanding(given.opened.sourceId, refusedAt);
  if (standing) return <Compared {...given} standing={standing} />;
  return error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={3} height={60} />;
};
