import type { Failure } from '../state/use-workspace-value';
import type { Texts } from '../texts/en';
import { useWorkspace } from '../workspace';

/** What could not be done, in words, until it is put away or something else can be done. */
export function FailureNote({ failure, hide }: { failure: Failure; hide(): void }) {
  const { t } = useWorkspace();
  return (
    <div className="failure-note">
      <p role="alert">{failureWords(failure, t)}</p>
      <button type="button" className="quiet-button" onClick={hide}>
        {t.failures.hide}
      </button>
    </div>
  );
}

/** A failure in the person's language. */
export function failureWords({ code, detail }: Failure, { failures }: Texts): string {
  switch (code) {
    case 'unknown_command':
    case 'not_possible':
      return failures[code](detail);
    case 'operation_timeout':
    case 'dispatch_failed':
    case 'no_answer':
    case 'clock_stuck':
      return failures[code];
    default:
      return failures.other(code, detail);
  }
}
