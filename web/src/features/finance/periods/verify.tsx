import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Broken = { month: string; memberId?: string; what: 'statement' | 'period' | 'link' };
type Verified = { verified?: boolean; broken?: Broken };

const Result = ({ verified, broken }: Verified) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const { memberName } = useDirectory();
  return (
    <div role="status">
      {verified && (
        <Badge tone="good" icon="yes">
          {t('periods.verified')}
        </Badge>
      )}
      {broken && (
        <Badge tone="bad" icon="warn">
          {t(`periods.broken-${broken.what}`, {
            ...{ month: monthName(broken.month), member: broken.memberId ? memberName(broken.memberId) : '' },
          })}
        </Badge>
      )}
    </div>
  );
};

const Asked = ({ label, look }: { label: string; look: () => Promise<Verified> }) => {
  const verify = useMutation({ mutationFn: look });
  return (
    <>
      <p>
        <Button size="sm" variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          {label}
        </Button>
      </p>
      <Result {...verify.data} />
      {verify.error && <FailedNotice thrown={verify.error} />}
    </>
  );
};

/** Verifies a closed month: every statement is read and hashed again and compared with the seal. */
export const Verify = ({ month }: { month: string }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const look = () =>
    take(api.GET('/v1/finance/periods/{month}', { params: { path: { month }, query: { verify: 'true' } } }));
  return <Asked label={t('periods.verify', { month: monthName(month) })} look={look} />;
};

/** Verifies every closed month, each chained to the one closed before it. */
export const VerifyAll = () => {
  const t = useTranslate();
  const look = async (): Promise<Verified> => {
    const query = { months: 1, verify: 'true' } as const;
    return (await take(api.GET('/v1/finance/periods', { params: { query } }))).chain ?? {};
  };
  return <Asked label={t('periods.verify-all')} look={look} />;
};
