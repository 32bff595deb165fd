import { Button, NativeSelect, TextInput } from '@mantine/core';
import { flushSync } from 'react-dom';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Row } from './draft.ts';
import type { Faults } from './faults.ts';

type Given = {
  /** The place of the rows, as used in the faults. */
  place: string;
  rows: readonly Row[];
  put: (rows: Row[]) => void;
  faults: Faults;
  labels: { from: string; to: string; add: string };
  /** The permitted values, where the value is not free text. */
  choices?: { value: string; label: string }[];
  /** Whether a subfield code precedes the value. */
  isByCode?: boolean;
};

/** The id of a row's first input, used to focus a new row. */
export const rowId = (place: string, key: number): string => `${place}-${key}`;

/** The next row key, higher than any in use. */
export const nextKey = (rows: readonly Row[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

/** Values of the file and their meanings here, one row each. */
export const ValueRows = ({ place, rows, put, faults, labels, choices, isByCode = false }: Given) => {
  const t = useTranslate();
  const set = (row: Row): void => put(rows.map((one) => (one.key === row.key ? row : one)));
  const add = (): void => {
    const key = nextKey(rows);
    // Rendered synchronously, so that the next input goes to the new row.
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
