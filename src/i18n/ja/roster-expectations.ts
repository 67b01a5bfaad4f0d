import type { ExpectationWords } from '../../domain/roster-expectation';

const slackId = 'SlackのユーザーID（例：U024BE7LH）';

export const rosterExpectations: ExpectationWords = {
  content: () => '見出し行と、受講生お一人につき1行（ファイルが空です）',
  header: () => '見出し行と、受講生お一人につき1行',
  csv: () => 'UTF-8またはShift_JISのCSVファイル',
  encoding: () => 'UTF-8またはShift_JISの文字',
  closingQuote: () => 'ここで始まる引用符（"）の終わり',
  quotedCell: () => '引用符はセル全体を囲み、中の引用符は二つ重ねる（""）',
  knownHeader: ({ columns }) => `次のどれか：${columns}`,
  singleHeader: ({ column }) => `見出しは一度ずつ（${column}が二度あります）`,
  column: ({ column }) => `${column}の列`,
  cells: ({ columnCount, cellCount }) => `見出しと同じ${columnCount}個のセル（${cellCount}個あります）`,
  cellsInQuotes: ({ columnCount, cellCount }) =>
    `見出しと同じ${columnCount}個のセル（${cellCount}個あります。カンマを含むセルが引用符で囲まれていないかもしれません）`,
  learnerName: () => '受講生のお名前',
  plainText: () => '制御文字を含まない文字',
  length: ({ max }) => `${max}文字以内`,
  day: () => '実在する日付（YYYY-MM-DDまたはYYYY/M/D）',
  dayFrom: ({ column, startedOn }) => `${column}（${startedOn}）以降の日付`,
  slackUser: () => `${slackId}か、空欄`,
  careMember: ({ max }) => `${slackId}か、${max}文字以内のお名前`,
  careMemberInPlainText: () => `${slackId}か、制御文字を含まないお名前`,
  rhythm: () =>
    '2/week（1〜7）、every 3 days、mon,thu、週2回、3日ごと、月・木、またはプログラムのリズムなら空欄',
  weeklyHours: ({ max }) => `1週間の時間（0〜${max}、小数は1桁まで）か、空欄`,
  singleSlackId: ({ rows, column }) => `受講生はお一人1行（${rows}行目と${column}が同じです）`,
  singleName: ({ rows, column, startColumn }) =>
    `受講生はお一人1行（${rows}行目と${column}・${startColumn}が同じです）`,
  singleLearner: ({ rows, learner }) => `受講生はお一人1行（${rows}行目と同じ方です：${learner}）`,
  otherName: ({ column, startColumn, idColumn }) =>
    `別の${column}か${startColumn}（${idColumn}の異なる方が、すでに登録されています）`,
  supporter: ({ supporters }) => `プログラムのサポーター（${supporters || 'まだいません'}）`,
  activeUser: () => 'Slackのワークスペースのメンバーか、お名前',
};
