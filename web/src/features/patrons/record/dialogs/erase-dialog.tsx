import { Button } from '@mantine/core';
import { api, take } from '../../../../api/client.ts';
import { Dialog } from '../../../../components/dialog.tsx';
import { FailedNotice } from '../../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { spokenName } from '../../shared/patron-name.ts';
import type { DialogProps } from '../parts.ts';
import { useRecordAct } from '../use-record.ts';

/** Asks for the erasure of a patron: at once, or when what is open is settled. It cannot be undone. */
export const EraseDialog = ({ patron: { patronId, name }, branchId, close }: DialogProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const erase = useRecordAct(patronId, (_: 'erase', key) =>
    take(api.POST('/v1/patrons/{patronId}/erasures', { params: { path: { patronId } }, body: { branchId }, ...key })),
  );
  const reasons = erase.data?.state === 'deferred' ? [...new Set(erase.data.reasons.map(({ code }) => code))] : [];
  return (
    <Dialog title={t('patron.erase-title', { name: spokenName(name) })} close={close}>
      {erase.data ? (
        <div className="stack" role="status">
          <p>{t(erase.data.state === 'erasing' ? 'patron.erasing' : 'patron.erase-deferred')}</p>
          <ul className="reasons">
            {reasons.map((code) => (
              <li key={code}>{textOf('erasure-waits', code)}</li>
            ))}
          </ul>
          <div>
            <Button variant="default" onClick={close}>
              {t('do.close')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="stack">
          <p>{t('patron.erase-meaning')}</p>
          {erase.error && <FailedNotice thrown={erase.error} />}
          <p className="row">
            <Button color="red" loading={erase.isPending} onClick={() => erase.mutate('erase')}>
              {t('patron.erase-do')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('do.not-now')}
            </Button>
          </p>
        </div>
      )}
    </Dialog>
  );
};
