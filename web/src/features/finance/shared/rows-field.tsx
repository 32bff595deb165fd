import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';

type Rows<T> = {
  name: string;
  rows: readonly T[];
  onChange: (rows: T[]) => void;
  /** Returns the default of a new row. */
  fresh: () => T;
  /** The accessible name of the row's buttons. */
  label: (at: number) => string;
  children: (row: T, put: (row: T) => void, at: number) => ReactNode;
};

let serial = 0;
const nextKey = (): number => {
  serial += 1;
  return serial;
};

/** A list of fields that can be extended: tiers, bands, figures. Each row keeps its state when others are removed. */
export const RowsField = <T,>({ name, rows, onChange, fresh, label, children }: Rows<T>) => {
  const t = useTranslate();
  const [keys, setKeys] = useState(() => rows.map(nextKey));
  const take = (at: number): void => {
    setKeys(keys.toSpliced(at, 1));
    onChange(rows.toSpliced(at, 1));
  };
  const add = (): void => {
    setKeys([...keys, nextKey()]);
    onChange([...rows, fresh()]);
  };
  return (
    <fieldset className="bench-rows">
      <legend>{name}</legend>
      {rows.map((row, at) => (
        <div key={keys[at]} className="bench-row">
          {children(row, (next) => onChange(rows.with(at, next)), at)}
          <Button
            size="xs"
            variant="default"
            aria-label={t('workbench.remove-one', { what: label(at) })}
            onClick={() => take(at)}
          >
            {t('workbench.remove')}
          </Button>
        </div>
      ))}
      <p>
        <Button size="xs" variant="default" onClick={add}>
          {t('workbench.add-row', { what: name })}
        </Button>
      </p>
    </fieldset>
  );
};
