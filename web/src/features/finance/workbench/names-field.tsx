import { useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { TextField } from '../shared/fields.tsx';

const NAME = '[a-z][a-z0-9\\-]{0,39}';

type Names = { label: string; value: readonly string[]; onChange: (names: string[]) => void };

/** An input for comma-separated names as in formulas; an empty input gives an empty list. */
export const NamesField = ({ label, value, onChange }: Names) => {
  const [text, setText] = useState(() => value.join(', '));
  return (
    <TextField
      label={label}
      isNeeded={false}
      pattern={`\\s*(${NAME}(\\s*,\\s*${NAME}){0,19})?\\s*`}
      title={useTranslate()('workbench.names-hint')}
      value={text}
      onChange={(next) => {
        setText(next);
        onChange(next.split(/[\s,]+/).filter((name) => name !== ''));
      }}
    />
  );
};
