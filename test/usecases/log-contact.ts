import { randomUUID } from 'node:crypto';
import type { CheckInContent } from '../../src/domain/check-in';
import { type RecordedCheckIn, recordCheckIn } from '../../src/usecases/record-check-in';
import type { World } from '../support/world';

/** The shortest check-in. */
export const briefContent: CheckInContent = {
  contactedOn: '2026-11-24',
  outcome: 'talked',
  motivation: null,
  unit: '',
  studyHours: null,
  concerns: [],
  note: '',
  learnerWords: '',
  shareAsWin: false,
  sentText: '',
  sentTextHelped: false,
  promise: null,
  flaggedFor: [],
  urgent: false,
};

/** Logs a contact with a learner of the workspace as her companion, or whoever else supports the program. */
export function logContact(
  { deps }: Pick<World, 'deps'>,
  learner: { workspaceId: string; id: string; companionId: string | null },
  content: Partial<CheckInContent> = {},
  authorId = learner.companionId ?? 'U0LEAD',
  submissionKey: string = randomUUID(),
): Promise<RecordedCheckIn> {
  return recordCheckIn(deps.context(), {
    workspaceId: learner.workspaceId,
    authorId,
    learnerId: learner.id,
    content: { ...briefContent, ...content },
    plan: null,
    sourcePermalink: null,
    submissionKey,
  });
}
