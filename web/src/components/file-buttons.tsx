import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLanguage, useTextOf } from '../i18n/translate.ts';
import { openFile } from './open-file.ts';
import { FailedNotice } from './states.tsx';

type Asked<F extends string> = {
  name: string;
  /** Whether the buttons have the name as their text, for example a part of several. */
  isNamed?: boolean;
  formats: readonly F[];
  /** Requests the file in a format and language; returns its address. */
  ask: (how: { format: F; paper: 'A4'; language: 'eng' | 'spa' }) => Promise<{ url: string }>;
};

/** One button per file format. A file is made on request and opens in a new tab. */
export const FileButtons = <F extends string>({ name, isNamed = false, formats, ask }: Asked<F>) => {
  const textOf = useTextOf();
  const language = useLanguage() === 'es' ? 'spa' : 'eng';
  const file = useMutation({
    mutationFn: (format: F) => ask({ format, paper: 'A4', language }),
    onSuccess: ({ url }) => {
      openFile(url);
    },
  });
  return (
    <>
      <fieldset className="row" aria-label={name}>
        {formats.map((format) => (
          <Button
            key={format}
            size="sm"
            variant="default"
            loading={file.isPending && file.variables === format}
            onClick={() => file.mutate(format)}
          >
            {isNamed ? name : textOf('statement-file', format)}
          </Button>
        ))}
      </fieldset>
      {file.error && <FailedNotice thrown={file.error} />}
    </>
  );
};
