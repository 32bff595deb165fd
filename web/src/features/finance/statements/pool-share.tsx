import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Pool, RowOf } from './statement.ts';

type Asked = { pool: Pool | undefined; rows: readonly RowOf<'share'>[]; currency: string };

/** A line's share of a pool: the pool's total, the key and the share by it, and any key of its own for a part. */
export const PoolShare = ({ pool, rows, currency }: Asked) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, number } = useFormat();
  return (
    <dl className="facts">
      {pool && (
        <>
          <Fact name={t('evidence.whole')}>{amount(pool.whole, currency, 6)}</Fact>
          <Fact name={t('evidence.key')}>{pool.key}</Fact>
          <Fact name={t('evidence.share-of-whole')}>{`${number(Number(pool.share) * 100)} %`}</Fact>
        </>
      )}
      {rows.map(
        ({ operation, by }) =>
          by && (
            <Fact key={operation} name={textOf('idle-line', operation)}>
              {by.of === undefined ? textOf('share-key', by.key) : t('keys.by-use', { of: textOf('share-use', by.of) })}
            </Fact>
          ),
      )}
    </dl>
  );
};
