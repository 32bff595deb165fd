import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { Question } from '../../../components/question.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type DifferingField, differingFields, isReordered, type Side, takenOver } from './differing-fields.ts';
import { type Source, useCurrentRecord } from './edit.ts';
import { type Line, linesOf } from './record-lines.ts';

const sides: readonly Side[] = ['now', 'here', 'together'];

const lineText = ({ indicators, text }: Line): string => `${indicators} ${text}`.trim();

/** The lines of one side; those missing on the other side are marked. */
const SideLines = ({ lines, others }: { lines: readonly Line[]; others: readonly Line[] }) => {
  const t = useTranslate();
  const known = new Set(others.map(lineText));
  if (lines.length === 0) return <span className="quiet">{t('edit.no-lines')}</span>;
  return lines.map((line) => (
    <span key={line.key} className="side-line">
      {known.has(lineText(line)) ? lineText(line) : <mark>{lineText(line)}</mark>}
    </span>
  ));
};

type Choice = { field: DifferingField; side: Side | undefined; choose: (side: Side) => void };

const FieldChoice = ({ field, side, choose }: Choice) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { tag, changed } = field;
  return (
    <fieldset className="differing">
      <legend>
        {t('edit.field', { tag, name: textOf('marc', tag, '') })}{' '}
        <Badge tone={changed === 'both' ? 'bad' : 'warn'}>{t(`edit.changed-${changed}`)}</Badge>
      </legend>
      {sides.map((one) => {
        const lines = field[one];
        return lines === undefined ? null : (
          <label key={one} className="side">
            <input type="radio" name={`side-${tag}`} checked={side === one} onChange={() => choose(one)} />
            <span>
              <span className="side-name">{t(`edit.side-${one}`)}</span>
              <SideLines lines={lines} others={field[one === 'now' ? 'here' : 'now']} />
            </span>
          </label>
        );
      })}
    </fieldset>
  );
};

type Given = {
  /** The record as opened, and the edited lines. */
  opened: Source;
  lines: readonly Line[];
  /** Continues the edit with these lines on the current record. */
  begin: (current: Source, lines: readonly Line[]) => void;
};

const Compared = ({ opened, current, lines, begin }: Given & { current: Source }) => {
  const t = useTranslate();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const [isDropping, setDropping] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone, so the focus moves here for keyboard users.
  useEffect(() => title.current?.focus(), []);
  const fields = differingFields(opened.record, current.record, lines);
  const sideOf = ({ tag, changed }: DifferingField): Side | undefined =>
    chosen[tag] ?? (changed === 'both' ? undefined : changed);
  const isOpen = fields.some((field) => sideOf(field) === undefined);
  const taken = fields.map((field) => ({ tag: field.tag, lines: field[sideOf(field) ?? 'now'] ?? field.now }));
  return (
    <section className="card stack" aria-labelledby="differing">
      <h2 id="differing" ref={title} tabIndex={-1}>
        {t('edit.differs')}
      </h2>
      <p>{t(fields.length === 0 ? 'edit.nothing-differs' : 'edit.differs-meaning')}</p>
      {fields.map((field) => (
        <FieldChoice
          key={field.tag}
          field={field}
          side={sideOf(field)}
          choose={(side) => setChosen((all) => ({ ...all, [field.tag]: side }))}
        />
      ))}
      {isReordered(opened.record, lines) && <p>{t('edit.order-not-taken')}</p>}
      {isOpen && <p>{t('edit.choose-all')}</p>}
      {isDropping ? (
        <Question
          yes={t('edit.drop')}
          isPending={false}
          go={() => begin(current, linesOf(current.record))}
          away={() => setDropping(false)}
        >
          <p>{t('edit.drop-meaning')}</p>
        </Question>
      ) : (
        <p className="row">
          <Button disabled={isOpen} onClick={() => begin(current, takenOver(current.record, taken))}>
            {t('edit.take-over')}
          </Button>
          <Button variant="default" onClick={() => setDropping(true)}>
            {t('edit.drop')}
          </Button>
        </p>
      )}
    </section>
  );
};

/**
 * Compares the current record with an edit of an older version: which fields differ and who changed them. The cataloguer takes over or
 * discards lines field by field. `refusedAt` is the time of the refused save, epoch ms.
 */
export const Overtaken = ({ refusedAt, ...given }: Given & { refusedAt: number }) => {
  const { data: current, error, refetch } = useCurrentRecord(given.opened.sourceId, refusedAt);
  if (current) return <Compared {...given} current={current} />;
  return error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={3} height={60} />;
};
