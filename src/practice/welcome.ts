import { localDateAt, localTimeAt } from '../domain/dates';
import { sampleProgram, teamChannel } from './sample/workspace';
import type { Practice } from './start';

/** A clock that is this close to the system's is not worth a word, in milliseconds. */
const unnoticed = 60_000;

/** Where the practice workspace is, what can be tried, and how to stop it. */
export function welcome(practice: Practice): string {
  const { apiUrl, botToken } = practice.slack;
  const history = `${apiUrl}conversations.history?channel=${teamChannel.id}`;
  return `
${standing(practice)
  .map((sentence) => `${sentence}\n`)
  .join('')}
  一日の流れを見る / see a whole day    npm run practice -- --tour
  投稿を読む / read the posts           curl -H 'Authorization: Bearer ${botToken}' '${history}'
  最初からやり直す / start over         npm run practice -- --fresh
  終了 / stop                           Ctrl-C

Slackの代わり（エミュレーター）は ${apiUrl} で応答しています。ボタンやモーダルは --tour でご覧いただけます。
The stand-in for Slack answers at ${apiUrl}. Buttons and modals can be seen in the tour; there is no page to press them in yet.
`;
}

/** How it stands, in Japanese and then in English. */
function standing({ clock, isNew }: Practice): string[] {
  const { zone, name } = sampleProgram;
  const now = clock.now();
  const shown = `${localDateAt(now, zone)} ${localTimeAt(now, zone)} (${zone})`;
  const moved = Math.abs(clock.offsetMs()) > unnoticed;
  return [
    `練習用ワークスペースが動いています。受講生120名の見本「${name}」に、Banso本体がつながっています。`,
    ...(moved ? [`練習用の時計は ${shown} です。`] : []),
    ...(isNew ? [] : ['前回の続きからです。']),
    'The practice workspace is running: the real Banso, with a sample program of 120 learners.',
    ...(moved ? [`Its clock shows ${shown}, a time at which there is something to see.`] : []),
    ...(isNew ? [] : ['It goes on where it was left.']),
  ];
}
