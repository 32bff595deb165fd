import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, take } from '../../api/client.ts';
import { FailedNotice } from '../../parts/states.tsx';
import { useSay } from '../../words/words.tsx';
import type { Place } from './statement.ts';

const formats = ['pdf', 'xlsx', 'csv', 'journal', 'focus'] as const;
type Format = (typeof formats)[number];

const useFile = ({ month, memberId }: Place) => {
  const { locale } = useIntl();
  const language = locale.startsWith('es') ? 'spa' : 'eng';
  return useMutation({
    mutationFn: (format: Format) =>
      take(
        api.POST('/v1/finance/periods/{month}/statements/{memberId}/files', {
          params: { path: { month, memberId } },
          body: { format, paper: 'A4', language },
        }),
      ),
    onSuccess: ({ url }) => {
      window.open(url, '_blank', 'noopener');
    },
  });
};

/** The statement as a file: to print, for a spreadsheet, for the books, or in FOCUS; totals are the same in all. */
export const Files = (place: Place) => {
  const say = useSay();
  const file = useFile(place);
  return (
    <>
      <fieldset className="row" aria-label={say('statements.files')}>
        {formats.map((format) => (
          <Button
            key={format}
            size="sm"
            variant="default"
            loading={file.isPending && file.variables === format}
            onClick={() => file.mutate(format)}
          >
            {say(`statement-file.${format}`)}
          </Button>
        ))}
      </fieldset>
      {file.error && <FailedNotice thrown={file.error} />}
    </>
  );
};
