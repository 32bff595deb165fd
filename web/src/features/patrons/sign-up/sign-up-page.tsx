import { Suspense, useState } from 'react';
import { useSignUpRules } from '../../../api/sign-up-rules.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { SignUp } from './confirm-form.tsx';
import './sign-up.css';

// Where cards are given at desks only, no form is loaded.
const AskForm = lazyComponent(() => import('./ask-form.tsx'), 'AskForm');
const ConfirmForm = lazyComponent(() => import('./confirm-form.tsx'), 'ConfirmForm');

type Card = { card: string; expiresOn: string; mayBorrow: boolean };

/** The online registration for a temporary card: personal data, the code from the e-mail, then the card number. */
export const SignUpPage = () => {
  const t = useTranslate();
  const { date } = useFormat();
  const [signUp, setSignUp] = useState<SignUp>();
  const [card, setCard] = useState<Card>();
  const { data: rules, error, refetch } = useSignUpRules();
  useTitle(t('sign-up.title'));
  return (
    <div className="page page-narrow">
      <h1>{t('sign-up.title')}</h1>
      <Suspense fallback={<Waiting rows={4} height={60} />}>
        {card ? (
          <section className="card" aria-live="polite">
            <h2>{t('sign-up.done')}</h2>
            <p className="sign-up-number">{card.card}</p>
            <p>{t('sign-up.until', { date: date(card.expiresOn) })}</p>
            <p>{t(card.mayBorrow ? 'sign-up.may-borrow' : 'sign-up.may-not-borrow')}</p>
          </section>
        ) : signUp ? (
          <ConfirmForm {...signUp} onDone={setCard} onAgain={() => setSignUp(undefined)} />
        ) : rules ? (
          rules.open ? (
            <AskForm onAsked={setSignUp} />
          ) : (
            <Empty title={t('sign-up.closed')} />
          )
        ) : error ? (
          <FailedNotice thrown={error} again={() => void refetch()} />
        ) : (
          <Waiting rows={4} height={60} />
        )}
      </Suspense>
    </div>
  );
};
