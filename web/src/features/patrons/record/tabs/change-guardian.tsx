import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import { FailedNotice } from '../../../../components/states.tsx';
import { toast } from '../../../../components/toasts.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { type Guardian, GuardianField } from '../../register/guardian-field.tsx';
import { type HomePatron, useRecordAct } from '../use-record.ts';

type Given = { patron: HomePatron; branchId: string; hasGuardian: boolean };

/** Sets another guardian by the scanned card, or removes the guardian. */
export const ChangeGuardian = ({ patron: { patronId, version }, branchId, hasGuardian }: Given) => {
  const t = useTranslate();
  const [guardian, setGuardian] = useState<Guardian>();
  const change = useRecordAct(
    patronId,
    (guarantorId: string | null, key) =>
      take(
        api.POST('/v1/patrons/{patronId}/edits', {
          ...{ params: { path: { patronId } }, body: { branchId, version, guarantorId }, ...key },
        }),
      ),
    () => {
      toast(t('patron.guardian-changed'));
      setGuardian(undefined);
    },
  );
  return (
    <details className="patron-part">
      <summary>{t(hasGuardian ? 'patron.guardian-change' : 'patron.guardian-add')}</summary>
      <div className="stack">
        <GuardianField branchId={branchId} guardian={guardian} choose={setGuardian} />
        <p className="row">
          {guardian && (
            <Button size="sm" loading={change.isPending} onClick={() => change.mutate(guardian.patronId)}>
              {t('patron.guardian-set')}
            </Button>
          )}
          {hasGuardian && (
            <Button size="sm" variant="default" loading={change.isPending} onClick={() => change.mutate(null)}>
              {t('patron.guardian-remove')}
            </Button>
          )}
        </p>
        {change.error && <FailedNotice thrown={change.error} />}
      </div>
    </details>
  );
};
