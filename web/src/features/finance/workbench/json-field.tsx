import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';

const read = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** A JSON input for what has no form of its own. It checks only the JSON syntax; the API validates the content on save. */
export const JsonField = <T extends object>({
  label,
  value,
  onChange,
}: {
  label: string;
  value: T;
  onChange: (value: T) => void;
}) => {
  const t = useTranslate();
  const [text, setText] = useState(() => JSON.stringify(value, undefined, 2));
  const wrong = read(text) === undefined ? t('workbench.no-json') : '';
  return (
    <Textarea
      className="bench-wide"
      size="sm"
      label={label}
      rows={Math.min(16, text.split('\n').length + 1)}
      spellCheck={false}
      value={text}
      error={wrong || undefined}
      // Makes the browser report the field as invalid.
      ref={(field) => field?.setCustomValidity(wrong)}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const next = read(currentTarget.value);
        // The API validates it; its messages appear beside the part.
        if (next) onChange(next as T);
      }}
    />
  );
};
