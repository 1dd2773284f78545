import { language } from '../settings/language';
import { type Theme, theme } from '../settings/theme';
import { t } from '../text/text';

/** Chooses language and theme. */
export function Switches() {
  return (
    <div class="switches">
      <button
        type="button"
        lang={language.value === 'vi' ? 'en' : 'vi'}
        onClick={() => {
          language.value = language.value === 'vi' ? 'en' : 'vi';
        }}
      >
        {language.value === 'vi' ? 'English' : 'Tiếng Việt'}
      </button>
      <label>
        <span class="sr-only">{t('theme')}</span>
        <select
          value={theme.value}
          onChange={(event) => {
            theme.value = event.currentTarget.value as Theme;
          }}
        >
          <option value="auto">{t('theme.auto')}</option>
          <option value="light">{t('theme.light')}</option>
          <option value="dark">{t('theme.dark')}</option>
        </select>
      </label>
    </div>
  );
}
