import { and, eq } from 'drizzle-orm';
import { consultationReplies, consultations, deliveries } from '../../src/db/schema';
import type { Question } from '../../src/domain/consultation';
import { askPeers } from '../../src/usecases/consultation/ask-peers';
import { eventually } from './eventually';
import type { World } from './world';

export interface OpenedConsultation {
  id: string;
  /** Slack's id of its root post, which is in C0TEAM. */
  ts: string;
  /** Replies in its thread, and waits until that is collected. @returns Slack's id of the reply */
  reply(userId: string, text: string): Promise<string>;
}

interface Asking extends Partial<Question> {
  authorId?: string;
  hideName?: boolean;
}

/** A question about a learner that U0AOI has asked and that stands in the team's channel. */
export async function openConsultation(
  world: World,
  learner: { id: string; workspaceId: string },
  { authorId = 'U0AOI', hideName = false, ...question }: Asking = {},
): Promise<OpenedConsultation> {
  const { workspaceId, id: learnerId } = learner;
  // Each question at an instant of its own: they stand in the order in which they are asked.
  world.clock.advance(1000);
  await askPeers(world.deps.context(), {
    ...{ workspaceId, learnerId, authorId, hideName, shownCheckIns: [] },
    question: { situation: '夜勤が続き、お返事がありません。', tried: '', wants: ['ideas'], ...question },
    submissionKey: `asked-${learnerId}-${world.clock.now().getTime()}-${authorId}`,
  });
  await world.sweep();
  const { db } = world.deps;
  const [asked] = await db
    .select({ id: deliveries.id, ts: deliveries.ts })
    .from(consultations)
    .innerJoin(deliveries, eq(deliveries.id, consultations.id))
    .where(and(eq(consultations.learnerId, learnerId), eq(consultations.status, 'open')));
  if (!asked?.ts) throw new Error('consultation: expected a root post');
  const { id, ts } = asked;
  const standing = (replyTs: string) =>
    db.select().from(consultationReplies).where(eq(consultationReplies.ts, replyTs));
  const answer = async (userId: string, text: string) => {
    world.clock.advance(1000);
    const reply = await world.slack.as(userId).post('C0TEAM', text, { threadTs: ts });
    await eventually(
      () => standing(reply.ts),
      (rows) => rows.length > 0,
    );
    return reply.ts;
  };
  return { id, ts, reply: answer };
}
