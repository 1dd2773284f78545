import { useState } from 'preact/hooks';
import { t } from '../text/text';

/** Takes one file: dropped, or chosen with the browser's own dialogue. */
export function ChooseFile({ choose }: { choose: (file: File) => void }) {
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) choose(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to do what the input within does.
    <div
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p>{t('upload.drop')}</p>
      <input
        id="report-file"
        class="sr-only"
        type="file"
        accept=".csv,.xlsx"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same name may be chosen again once it has been corrected.
          event.currentTarget.value = '';
        }}
      />
      <label for="report-file" class="button">
        {t('upload.choose')}
      </label>
    </div>
  );
}
