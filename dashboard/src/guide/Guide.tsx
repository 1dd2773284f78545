import './guide.css';
import { useTitle } from '../parts/useTitle';
import guide from './guide.vi.json';

const pictures = import.meta.glob<string>('./pictures/*.png', { eager: true, query: '?url', import: 'default' });

/** The step-by-step guide for a province's clerk, in Vietnamese whatever the language of the page. */
export function Guide() {
  useTitle(guide.title);
  return (
    <article class="guide card" lang="vi">
      <h1>{guide.title}</h1>
      <p>{guide.intro}</p>
      <ol>
        {guide.steps.map((step) => (
          <li key={step.title}>
            <h2>{step.title}</h2>
            {step.text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {step.picture !== undefined && (
              <img
                src={pictures[`./pictures/${step.picture}.png`]}
                alt={`Ảnh màn hình: ${step.title}`}
                loading="lazy"
              />
            )}
          </li>
        ))}
      </ol>
    </article>
  );
}
