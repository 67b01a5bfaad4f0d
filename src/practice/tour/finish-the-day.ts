import { and, eq, notInArray } from 'drizzle-orm';
import type { Learner } from '../../db/learners';
import { learners } from '../../db/schema';
import { instantAt } from '../../domain/dates';
import { recordCheckIn } from '../../usecases/record-check-in';
import { sampleProgram } from '../sample/workspace';
import type { Lists } from './morning';
import { latestSaying, type Scene, team } from './scene';

/** The rest of the team makes its contacts too; all of them reach the list in a few strokes. */
export async function finishTheDay(
  { guide, slack, cast, practice, today }: Scene,
  before: Lists,
): Promise<void> {
  guide.chapter(
    '夕方まで、チームのみなさんもそれぞれ連絡します',
    'Until the evening the whole team makes its contacts',
  );
  const { clock, banso } = practice;
  clock.moveTo(instantAt(today, '17:30', sampleProgram.zone));
  const everybody = Object.values(cast).map(({ id }: Learner) => id);
  const others = await banso.deps.db
    .select()
    .from(learners)
    .where(
      and(
        eq(learners.programId, cast.contacted.programId),
        eq(learners.dueOn, today),
        notInArray(learners.id, everybody),
      ),
    );
  for (const learner of others) await contact(banso.deps.context(), learner, today);
  const done = others.length + 1;
  const digest = await guide.sees(`${done} learners ticked off in the digest`, () =>
    latestSaying(slack, team, `連絡済み${done}名`),
  );
  guide.showChanges(team.heading, before.digest, digest);
}

type Context = Parameters<typeof recordCheckIn>[0];

function contact(
  context: Context,
  { workspaceId, id: learnerId, companionId }: Learner,
  contactedOn: string,
) {
  return recordCheckIn(context, {
    workspaceId,
    authorId: companionId ?? '',
    learnerId,
    content: {
      contactedOn,
      outcome: 'sent',
      motivation: null,
      unit: '',
      studyHours: null,
      concerns: [],
      note: '夕方にひとこと送りました。',
      learnerWords: '',
      shareAsWin: false,
      sentText: '',
      sentTextHelped: false,
      promise: null,
      flaggedFor: [],
      urgent: false,
    },
    plan: null,
    sourcePermalink: null,
    submissionKey: `tour-${learnerId}`,
  });
}
