import { Button, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, Suspense, useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Finding } from './edit.ts';
import { headingOf } from './heading.ts';
import { isFixed, isSystemField, type Line } from './record-lines.ts';

/** The actions on a line: change it, insert one below, remove it, move it. */
export type LineActs = {
  change: (line: Line) => void;
  add: (below: Line) => void;
  remove: (line: Line) => void;
  move: (line: Line, by: -1 | 1) => void;
};

type Given = LineActs & { line: Line; leader: string; findings: readonly Finding[]; isProtected: boolean };

const FixedCodes = lazyComponent(() => import('./fixed-codes.tsx'), 'FixedCodes');
const AuthorityLookup = lazyComponent(() => import('./authority-lookup.tsx'), 'AuthorityLookup');
const hasCodes = (tag: string): boolean => ['LDR', '006', '007', '008'].includes(tag);

const keysOf =
  ({ line, add, remove, move }: Given) =>
  (event: KeyboardEvent): void => {
    const act =
      event.key === 'Enter' && !event.shiftKey
        ? () => add(line)
        : event.ctrlKey && event.key === 'Delete'
          ? () => remove(line)
          : event.ctrlKey && event.key === 'ArrowUp'
            ? () => move(line, -1)
            : event.ctrlKey && event.key === 'ArrowDown'
              ? () => move(line, 1)
              : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };

/** The approximate number of characters in a row of the field; longer texts get more rows. */
const ROW = 80;

const Parts = ({
  line,
  change,
  isBad,
  findingsId,
}: Pick<Given, 'line' | 'change'> & { isBad: boolean; findingsId: string }) => {
  const t = useTranslate();
  const { tag, indicators, text } = line;
  const bad = isBad ? { error: true, 'aria-describedby': findingsId } : {};
  const isLocked = isSystemField(tag);
  return (
    <>
      <TextInput
        {...{ size: 'sm', value: tag, maxLength: 3, className: 'field-tag', 'aria-label': t('edit.tag') }}
        readOnly={isLocked || tag === 'LDR'}
        id={`tag-${line.key}`}
        onChange={({ currentTarget: { value } }) => change({ ...line, tag: value })}
      />
      {isFixed(tag) ? (
        <span className="field-indicators" />
      ) : (
        <TextInput
          {...{ size: 'sm', value: indicators, maxLength: 2, className: 'field-indicators' }}
          aria-label={t('edit.indicators', { tag })}
          onChange={({ currentTarget: { value } }) => change({ ...line, indicators: value })}
        />
      )}
      <Textarea
        {...{ size: 'sm', value: text, className: 'field-text', rows: 1 + Math.floor(text.length / ROW), ...bad }}
        readOnly={isLocked}
        id={`text-${line.key}`}
        aria-label={t('edit.text', { tag })}
        // A field is one line, so pasted line breaks are removed.
        onChange={({ currentTarget: { value } }) => change({ ...line, text: value.replace(/\s*\n\s*/g, ' ') })}
      />
    </>
  );
};

/** A field: tag, indicators, subfields as text, label, and findings. */
export const FieldLine = (given: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { line, leader, findings, isProtected, add, remove, change } = given;
  const [isSpelled, setSpelled] = useState(false);
  // The line as it was when its heading was looked up: the answer is about that one only.
  const [looked, setLooked] = useState<Line>();
  const heading = headingOf(line.tag, line.text);
  const isLooked = looked !== undefined && looked.tag === line.tag && looked.text === line.text;
  const use = (more: Partial<Line>): void => {
    change({ ...line, ...more });
    document.getElementById(`text-${line.key}`)?.focus();
  };
  const { tag, key } = line;
  const name = textOf('marc', tag, '');
  const findingsId = `said-${key}`;
  return (
    <li>
      {/* The keyboard shortcuts work in every part of the line; each has a button as well. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would put a frame and a legend around each of a hundred lines. */}
      <div role="group" className="field-line" aria-label={t('edit.field', { tag, name })} onKeyDown={keysOf(given)}>
        <Parts {...given} isBad={findings.some(({ level }) => level === 'refusal')} findingsId={findingsId} />
        {!isSystemField(tag) && tag !== 'LDR' && (
          <span className="field-acts">
            <Button size="compact-sm" variant="subtle" onClick={() => add(line)} aria-label={t('edit.add', { tag })}>
              +
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => remove(line)}
              aria-label={t('edit.remove', { tag })}
            >
              −
            </Button>
          </span>
        )}
      </div>
      <p className="quiet field-name">
        {name} {isProtected && <Badge tone="warn">{t('edit.protected')}</Badge>}
        {hasCodes(tag) && (
          <button
            type="button"
            className="text-button"
            aria-expanded={isSpelled}
            onClick={() => setSpelled(!isSpelled)}
          >
            {t('fixed.open', { tag })}
          </button>
        )}
        {heading && (
          <button type="button" className="text-button" onClick={() => setLooked(line)}>
            {t('authority.look')}
          </button>
        )}
      </p>
      {isLooked && heading && (
        <Suspense>
          <AuthorityLookup line={line} heading={heading} use={use} />
        </Suspense>
      )}
      {isSpelled && (
        <Suspense>
          <FixedCodes line={line} leader={leader} change={change} />
        </Suspense>
      )}
      {findings.length > 0 && (
        <ul id={findingsId} className="field-findings">
          {findings.map(({ level, code, params, detail, pointer }) => (
            <li key={`${code} ${pointer}`} className={level === 'refusal' ? 'finding-bad' : 'finding-mark'}>
              {t(level === 'refusal' ? 'edit.fault' : 'edit.warning')} {textOf('finding', code, detail, params)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
