import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Citation } from '../shared/ways.ts';

const known = ['title', 'partTitle', 'date', 'author', 'volume', 'pages'] as const;
type Known = (typeof known)[number];
const isKnown = (field: string): field is Known => known.some((one) => one === field);

type Form = { citation: Citation; missing: readonly string[]; onComplete: (citation: Citation) => void };

/** The form for the required fields that a link omits, and no others. */
export const Complete = ({ citation, missing, onComplete }: Form) => {
  const t = useTranslate();
  const [input, setInput] = useState<{ [F in Known]?: string }>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = Object.fromEntries(Object.entries(input).filter(([, text]) => text.trim() !== ''));
    onComplete({ ...citation, ...given });
  };
  return (
    <form className="card" onSubmit={submit} aria-labelledby="complete">
      <h2 id="complete">{t('openurl.complete')}</h2>
      {missing.filter(isKnown).map((field) => (
        <TextInput
          key={field}
          label={t(`cite.${field}`)}
          required
          maxLength={400}
          value={input[field] ?? ''}
          onChange={({ currentTarget }) => setInput({ ...input, [field]: currentTarget.value })}
        />
      ))}
      <p>
        <Button type="submit">{t('openurl.go-on')}</Button>
      </p>
    </form>
  );
};
