import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../shared/branch-page.tsx';
import { type DeviceList, DeviceTransactions } from './device-transactions.tsx';

const lists = ['open', 'handled'] as const satisfies DeviceList[];

const Lists = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const [list, setList] = useState<DeviceList>('open');
  return (
    <>
      <fieldset className="row" aria-label={t('devices.which')}>
        {lists.map((one) => (
          <Button
            key={one}
            size="sm"
            variant={one === list ? 'filled' : 'default'}
            aria-pressed={one === list}
            onClick={() => setList(one)}
          >
            {t(`devices.list-${one}`)}
          </Button>
        ))}
      </fieldset>
      <DeviceTransactions key={list} branchId={branchId} list={list} />
    </>
  );
};

/** The page of what devices of a branch did off line and the system did not record as they did it. */
export const DeviceTransactionsPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('devices.title')} meaning={t('devices.meaning')} back="/device-transactions" isWide>
      {(branchId) => <Lists key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};
