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
