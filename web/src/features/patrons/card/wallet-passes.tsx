import { Button } from '@mantine/core';
import { download } from '../../../components/download.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useLanguage, useTranslate } from '../../../i18n/translate.ts';
import { useMakePass, useWallets, type Wallet } from '../wallets/wallets.ts';

const TYPE = 'application/vnd.apple.pkpass';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

/** Buttons that add the card to the wallets that the consortium offers. Nothing is shown where it offers none. */
export const WalletPasses = () => {
  const t = useTranslate();
  const language = useLanguage();
  const { data } = useWallets();
  const make = useMakePass();
  const offered = data?.wallets.filter(({ isOffered }) => isOffered) ?? [];
  const add = (wallet: Wallet['wallet']): void =>
    make.mutate(
      { wallet, language },
      {
        onSuccess: ({ file, address }) => {
          if (file !== undefined) download('library-card.pkpass', bytesOf(file), TYPE);
          if (address !== undefined) window.location.assign(address);
        },
      },
    );
  return (
    <>
      {offered.map(({ wallet }) => (
        <Button key={wallet} variant="default" loading={make.isPending} onClick={() => add(wallet)}>
          {t(`card.to-${wallet}`)}
        </Button>
      ))}
      {offered.some(({ wallet }) => wallet === 'google') && <p className="quiet">{t('card.google-meaning')}</p>}
      {make.error && <FailedNotice thrown={make.error} />}
    </>
  );
};
