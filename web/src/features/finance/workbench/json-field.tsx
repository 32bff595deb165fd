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

/** What has no form of its own, as the API writes it. That it is JSON is judged here, what it says by the API when it is saved. */
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
      // Held up by the browser as any field that is filled in wrongly.
      ref={(field) => field?.setCustomValidity(wrong)}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const next = read(currentTarget.value);
        // Judged by the API: its messages stand beside the part.
        if (next) onChange(next as T);
      }}
    />
  );
};
