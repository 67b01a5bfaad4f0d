import { instantAt } from '../../domain/dates';
import { sampleProgram } from '../sample/workspace';
import { sweepNow } from '../start';
import { abroad, supporter } from './cast';
import { conversationWith, latestSaying, type Scene, team, titlesOn } from './scene';

/** The next working day at nine: whom nobody got round to is overdue, who was contacted is not there. */
export async function nextMorning(scene: Scene): Promise<void> {
  const { guide, slack, cast, practice } = scene;
  const { contacted, postponed, forgotten } = cast;
  guide.chapter('翌朝9時', '9:00 the next morning');
  practice.clock.moveTo(instantAt(scene.tomorrow, '09:00', sampleProgram.zone));
  await sweepNow(practice);
  const titles = titlesOn(scene.tomorrow);
  const place = conversationWith(slack, supporter);
  const reminder = await guide.sees(`${forgotten.name} overdue in the new reminder`, () =>
    // Yesterday's list may still be drawn again: the title tells them apart.
    latestSaying(slack, place, titles.reminder, `${forgotten.name}* · 1営業日超過`, postponed.name),
  );
  guide.say(
    `${forgotten.name}さんは超過に、${postponed.name}さんは今日が予定日に。${contacted.name}さんは載りません。`,
    'One is overdue now, one comes back as planned, and who was contacted is left out.',
  );
  guide.show(place.heading, reminder);
  guide.insist(!latestSaying(slack, place, contacted.name), `no second reminder of ${contacted.name}`);
  const digest = await guide.sees(`${forgotten.name} overdue in the new digest`, () =>
    latestSaying(slack, team, titles.digest, `${forgotten.name}（1日超過`),
  );
  guide.show(team.heading, digest);
  await showAbroad(scene);
}

async function showAbroad({ guide, slack }: Scene): Promise<void> {
  guide.chapter(
    `ロサンゼルスの${abroad.name}さんには、英語で、現地の時間に届きます`,
    'A supporter in Los Angeles reads English, in her own day',
  );
  const reminder = await guide.sees('a reminder in English', () =>
    latestSaying(slack, conversationWith(slack, abroad), 'Check in'),
  );
  guide.show(conversationWith(slack, abroad).heading, reminder);
}
