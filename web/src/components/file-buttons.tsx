import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLanguage, useTextOf } from '../i18n/translate.ts';
import { FailedNotice } from './states.tsx';

type Asked<F extends string> = {
  name: string;
  formats: readonly F[];
  /** Asks for the file in a format and language; gives where it is. */
  ask: (how: { format: F; paper: 'A4'; language: 'eng' | 'spa' }) => Promise<{ url: string }>;
};

/** Something as a file, a button a format: each is made when it is asked for, and opens beside the page. */
export const FileButtons = <F extends string>({ name, formats, ask }: Asked<F>) => {
  const textOf = useTextOf();
  const language = useLanguage() === 'es' ? 'spa' : 'eng';
  const file = useMutation({
    mutationFn: (format: F) => ask({ format, paper: 'A4', language }),
    onSuccess: ({ url }) => {
      window.open(url, '_blank', 'noopener');
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
            {textOf('statement-file', format)}
          </Button>
        ))}
      </fieldset>
      {file.error && <FailedNotice thrown={file.error} />}
    </>
  );
};
