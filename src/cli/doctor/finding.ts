/** One line of the doctor's report. */
export type Finding =
  | { ok: true; text: string }
  /** `remedy`: what the operator is to do. */
  | { ok: false; text: string; remedy: string };

export function fine(text: string): Finding {
  return { ok: true, text };
}

export function wrong(text: string, remedy: string): Finding {
  return { ok: false, text, remedy };
}

export function lineOf(finding: Finding): string {
  return finding.ok ? `ok ${finding.text}` : `!! ${finding.text} → ${finding.remedy}`;
}

/** The first line of an error that something outside gave; drivers put the reason into the cause. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message.split('\n', 1)[0] || error.name;
}
