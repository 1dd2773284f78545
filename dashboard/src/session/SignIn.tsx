import { useSignal } from '@preact/signals';
import { Link } from 'wouter-preact';
import { ProblemText } from '../parts/ProblemText';
import { useTitle } from '../parts/useTitle';
import { t } from '../text/text';
import { signIn } from './session';

/** Asks for a key, where nothing may be read without one. */
export function SignIn() {
  useTitle(t('signIn.title'));
  const key = useSignal('');
  const problem = useSignal<unknown>(undefined);
  const isBusy = useSignal(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    isBusy.value = true;
    problem.value = undefined;
    try {
      await signIn(key.value.trim());
    } catch (error) {
      problem.value = error;
    } finally {
      isBusy.value = false;
    }
  };

  return (
    <form class="sign-in card" onSubmit={submit}>
      <h1>{t('signIn.title')}</h1>
      <p>
        {t('signIn.text')} <Link href="/guide">{t('guide')}</Link>
      </p>
      <label for="key">{t('signIn.key')}</label>
      <input
        id="key"
        type="password"
        autocomplete="current-password"
        required
        value={key.value}
        onInput={(event) => {
          key.value = event.currentTarget.value;
        }}
      />
      <ProblemText problem={problem.value} />
      <button type="submit" class="primary" disabled={isBusy.value}>
        {t('signIn.submit')}
      </button>
    </form>
  );
}
