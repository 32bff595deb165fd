import { Button } from '@mantine/core';
import { useState } from 'react';
import { download } from '../../../components/download.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { readRecord } from '../shared/voting.ts';

/** Downloads the record of a counted ballot, with which anybody counts again. */
export const RecordDownload = ({ ballotId }: { ballotId: string }) => {
  const t = useTranslate();
  const [error, setError] = useState<Error>();
  const save = async (): Promise<void> => {
    try {
      const record = await readRecord(ballotId);
      download(`${ballotId}.json`, `${JSON.stringify(record, undefined, 2)}\n`, 'application/json');
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  };
  return (
    <>
      <p>
        <Button size="sm" variant="default" onClick={() => void save()}>
          {t('result.download')}
        </Button>
      </p>
      {error && <FailedNotice thrown={error} />}
    </>
  );
};
