import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { countryOfZone } from '../../../domain/holidays';
import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { openSetup } from '../../../usecases/open-setup';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { type AskedFrom, findPeople } from '../../people';
import { isInChannel, readTeamChannel, type TeamChannel } from '../../team-channel';
import { mostPeople } from '../limits';
import { setupView } from './view';

/** Where nothing better is known. */
const fallback = { zone: 'Asia/Tokyo', country: 'JP' };

/** How many of a channel's members are looked at for people to fill in: bots and guests are among them. */
const mostAsked = mostPeople + 20;

/**
 * The setup modal for a channel, filled in from what Slack knows of it and of whoever asks.
 * @throws {UserError} where that channel can't have a program, or not from her
 */
export async function setupModal(
  deps: BotDeps,
  slack: WebClient,
  asker: Asker,
  channelId: string,
): Promise<ModalView> {
  await openSetup(deps.context(), asker, channelId);
  const channel = await readTeamChannel(slack, channelId);
  const { zone, locale } = await fullMember(slack, asker, channel);
  deps.locales.note(asker.workspaceId, asker.userId, locale);
  const others = channel.memberIds.filter((userId) => userId !== asker.userId);
  const team = await peopleOf(slack, others.slice(0, mostAsked), { ...asker, zone });
  const people = [asker.userId, ...team];
  const form = {
    channelName: channel.name,
    people: people.slice(0, mostPeople),
    morePeople: others.length > mostAsked || people.length > mostPeople,
    leads: [asker.userId],
    zone,
    country: countryOfZone(zone) ?? fallback.country,
  };
  return setupView(form, messagesFor(locale), { locale, channelId });
}

/** @throws {UserError} fullMemberNeeded when she is a guest of the workspace, or not in the channel */
export async function fullMember(slack: WebClient, { workspaceId, userId }: Asker, channel: TeamChannel) {
  const [asker] = await findPeople(slack, [userId], { workspaceId, zone: fallback.zone });
  if (!asker || 'problem' in asker || asker.guest || !isInChannel(channel, userId))
    throw new UserError('fullMemberNeeded');
  return asker.person;
}

/** Those of them who can be expected to support learners: no bots, no guests, nobody of another organisation, nobody
 * who is gone. */
async function peopleOf(slack: WebClient, userIds: readonly string[], from: AskedFrom): Promise<string[]> {
  const found = await findPeople(slack, userIds, from);
  return found.flatMap((it) => ('person' in it && !it.guest ? [it.person.userId] : []));
}
