import { useEffect } from 'preact/hooks';
import { t } from '../text/text';

/** Gives the style sheet the mark of simulated figures, which it prints at the foot of every page. */
export function useSimulatedText(): void {
  const text = JSON.stringify(t('simulated'));
  useEffect(() => {
    const root = document.documentElement.style;
    root.setProperty('--simulated-text', text);
    return () => root.removeProperty('--simulated-text');
  }, [text]);
}
