import type { Message } from '../../emulator';
import { supporter } from './cast';
import { conversationWith, latestSaying, pagesOf, type Scene, team, titlesOn } from './scene';

/** The lists of a day as they were posted. */
export interface Lists {
  digest: Message;
  reminder: Message;
}

/** Nine o'clock: the team's list in the channel, and one supporter's reminder. */
export async function morning(scene: Scene): Promise<Lists> {
  const { guide, slack } = scene;
  const titles = titlesOn(scene.today);
  guide.chapter('朝9時、チームのチャンネルに今日のリストが届きます', "9:00: the team's list of the day");
  const digest = await guide.sees('the digest', () => latestSaying(slack, team, titles.digest));
  for (const page of pagesOf(slack, team, digest)) guide.show(team.heading, page);
  guide.chapter(
    `${supporter.name}さんには、担当の受講生だけのメッセージが届きます`,
    'One supporter gets one message with her own learners',
  );
  const names = Object.values(scene.cast).map(({ name }) => name);
  const reminder = await guide.sees(`a reminder with ${names.join(', ')}`, () =>
    latestSaying(slack, conversationWith(slack, supporter), titles.reminder, ...names),
  );
  const place = conversationWith(slack, supporter);
  for (const page of pagesOf(slack, place, reminder)) guide.show(place.heading, page);
  return { digest, reminder };
}
