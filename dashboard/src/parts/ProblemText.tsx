import { ApiError } from '../api/http';
import { t } from '../text/text';

/** Says why something could not be read or was refused; nothing when there is no problem. */
export function ProblemText({ problem }: { problem: unknown }) {
  if (problem === undefined) return null;
  return (
    <p class="problem" role="alert">
      {problemText(problem)}
    </p>
  );
}

/** One sentence about a failed call. */
export function problemText(problem: unknown): string {
  if (problem instanceof ApiError) return problem.problem.status === 0 ? t('problem.network') : problem.message;
  return t('problem.page');
}
