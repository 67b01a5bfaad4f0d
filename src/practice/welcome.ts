import { localDateAt, localTimeAt } from '../domain/dates';
import { sampleProgram, teamChannel } from './sample/workspace';
import type { Practice } from './start';

/** A clock that is this close to the system's is not worth a word, in milliseconds. */
const unnoticed = 60_000;

/** Where the practice workspace is, what can be tried, and how to stop it. */
export function welcome({ slack, clock, isNew }: Practice): string {
  const now = clock.now();
  const shown = `${localDateAt(now, sampleProgram.zone)} ${localTimeAt(now, sampleProgram.zone)} (${sampleProgram.zone})`;
  const moved = Math.abs(clock.offsetMs()) > unnoticed;
  return `
練習用ワークスペースが動いています。受講生120名の見本プログラムに、Banso本体がつながっています。
${isNew ? '' : '前回の続きからです。最初からやり直すには --fresh を付けてください。\n'}\
${moved ? `練習用の時計は ${shown} です。\n` : ''}\
The practice workspace is running: the real Banso with a sample program of 120 learners, above its list in #${teamChannel.name}.
${isNew ? '' : 'It goes on where it was; --fresh starts over.\n'}\
${moved ? `Its clock was put to ${shown}, when a list is due.\n` : ''}
  Slackの代わり / stand-in for Slack   ${slack.apiUrl}  (token ${slack.botToken})
  一日の流れを見る / see a whole day    npm run practice -- --tour
  投稿を読む / read the posts           curl -s -H 'Authorization: Bearer ${slack.botToken}' '${slack.apiUrl}conversations.history?channel=${teamChannel.id}'
  最初からやり直す / start over         npm run practice -- --fresh
  終了 / stop                           Ctrl-C

画面での操作（ボタンやモーダル）は、今は --tour でご覧いただけます。
Buttons and modals can be seen in the tour; there is no page to press them in yet.
`;
}
