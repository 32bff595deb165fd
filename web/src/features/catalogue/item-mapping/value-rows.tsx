import { Button, NativeSelect, TextInput } from '@mantine/core';
import { flushSync } from 'react-dom';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Row } from './draft.ts';
import type { Faults } from './faults.ts';

type Given = {
  /** Where the rows belong, as their faults name it. */
  place: string;
  rows: readonly Row[];
  put: (rows: Row[]) => void;
  faults: Faults;
  labels: { from: string; to: string; add: string };
  /** What a value may stand for, where that is not free. */
  choices?: { value: string; label: string }[];
  /** A subfield code stands before the value. */
  isByCode?: boolean;
};

/** The id of a row's first input: what is added is typed into at once. */
export const rowId = (place: string, key: number): string => `${place}-${key}`;

/** The number of the next row: higher than any that stands. */
export const nextKey = (rows: readonly Row[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

/** Values of the file and what each stands for here, a row each. */
export const ValueRows = ({ place, rows, put, faults, labels, choices, isByCode = false }: Given) => {
  const t = useTranslate();
  const set = (row: Row): void => put(rows.map((one) => (one.key === row.key ? row : one)));
  const add = (): void => {
    const key = nextKey(rows);
    // Drawn at once, so that what is typed next is typed there.
    flushSync(() => put([...rows, { key, from: '', to: '' }]));
    document.getElementById(rowId(place, key))?.focus();
  };
  return (
    <>
      {rows.length > 0 && (
        <ul className="mapping-rows">
          {rows.map((row) => {
            const fault = faults[rowId(place, row.key)];
            return (
              <li key={row.key}>
                {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would put a frame and a legend around each row. */}
                <div role="group" className="mapping-row" aria-label={t('mapping.row', { value: row.from || '?' })}>
                  <TextInput
                    size="sm"
                    id={rowId(place, row.key)}
                    className={isByCode ? 'mapping-code' : undefined}
                    label={labels.from}
                    value={row.from}
                    maxLength={isByCode ? 1 : 100}
                    spellCheck={false}
                    error={fault !== undefined}
                    onChange={({ currentTarget }) => set({ ...row, from: currentTarget.value })}
                  />
                  {choices ? (
                    <NativeSelect
                      size="sm"
                      label={labels.to}
                      value={row.to}
                      data={[{ value: '', label: t('changes.which-branch') }, ...choices]}
                      onChange={({ currentTarget }) => set({ ...row, to: currentTarget.value })}
                    />
                  ) : (
                    <TextInput
                      size="sm"
                      label={labels.to}
                      value={row.to}
                      maxLength={100}
                      onChange={({ currentTarget }) => set({ ...row, to: currentTarget.value })}
                    />
                  )}
                  <Button
                    size="sm"
                    variant="default"
                    aria-label={t('mapping.remove-of', { value: row.from || '?' })}
                    onClick={() => put(rows.filter(({ key }) => key !== row.key))}
                  >
                    {t('protection.remove')}
                  </Button>
                </div>
                {fault && <p className="bad">{t(fault)}</p>}
              </li>
            );
          })}
        </ul>
      )}
      <p>
        <Button size="sm" variant="default" onClick={add}>
          {labels.add}
        </Button>
      </p>
    </>
  );
};
