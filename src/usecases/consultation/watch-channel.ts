import { revivePosts, startCollecting, stopCollecting } from '../../db/consultation-threads';
import { followUpDays, repliesUncollected as problem } from '../../domain/consultation';
import { addDays, localDateAt } from '../../domain/dates';
import type { WorkspaceScope } from '../../domain/scope';
import { refreshJob } from '../../jobs/catalog';
import { type Context, transact } from '../context';
import { tellLeads } from '../tell-leads';

interface ChannelInput extends WorkspaceScope {
  channelId: string;
}

/**
 * Banso is out of a channel: replies in its consultations are collected no more, and the leads are told once where one is
 * still open. Telling it twice changes nothing.
 */
export async function endCollecting(context: Context, input: ChannelInput & { since: Date }): Promise<void> {
  await transact(context, async (unit) => {
    const { workspaceId, channelId, since } = input;
    const stopped = await stopCollecting(unit.db, input, placeAt(input, unit.now), since);
    const open = stopped.filter(({ status }) => status === 'open');
    if (open.length === 0) return;
    await tellLeads(unit, {
      workspaceId,
      programIds: [...new Set(open.map(({ programId }) => programId))],
      subject: channelId,
      problem,
      onDate: localDateAt(since, 'UTC'),
      occasion: `${problem}-${since.toISOString()}`,
    });
  });
}

/**
 * Banso is back: collecting goes on, and the posts show what happened meanwhile. What was written meanwhile isn't fetched, as
 * nobody wanted it to be read.
 */
export async function resumeCollecting(context: Context, input: ChannelInput): Promise<void> {
  await transact(context, async ({ db, now, jobs }) => {
    const place = placeAt(input, now);
    await startCollecting(db, input, place);
    for (const post of await revivePosts(db, input, place))
      jobs.push(refreshJob(post.id, post.shownRevision));
  });
}

/** Time zones are a day apart at most. */
function placeAt({ channelId }: ChannelInput, now: Date) {
  return { channelId, closedSince: addDays(localDateAt(now, 'UTC'), -followUpDays - 1) };
}
